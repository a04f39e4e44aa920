using System;
using System.Management.Automation.Host;

namespace IntercomPS.Shell;

/// <summary>The part of the terminal that formatting asks for: its width. Nothing here moves a cursor or reads a key.</summary>
internal sealed class RawUserInterface : PSHostRawUserInterface
{
    private const int WidthWithoutTerminal = 120;
    private const int HeightWithoutTerminal = 50;

    /// <summary>Columns of the terminal; a fixed number where output goes to a file or a pipe.</summary>
    internal static int TerminalWidth =>
        Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WidthWithoutTerminal : Console.WindowWidth;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotSupported();
    }

    public override Size WindowSize
    {
        get => new(TerminalWidth, HeightWithoutTerminal);
        set => throw NotSupported();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "IntercomPS";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
        // Keys are never read.
    }

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw NotSupported();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotSupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotSupported();

    private static NotSupportedException NotSupported() => new("This shell writes lines and does nothing else with the terminal.");
}
