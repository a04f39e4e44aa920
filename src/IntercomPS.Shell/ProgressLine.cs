using System;
using System.Management.Automation;

namespace IntercomPS.Shell;

/// <summary>One line at the bottom of the terminal that tells how far the work is.</summary>
/// <remarks>Written to standard error, and only where that is a terminal: log files stay free of it.</remarks>
internal sealed class ProgressLine
{
    private const string EraseLine = "\r\u001b[K";

    private bool _visible;

    internal void Show(ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete} %" : string.Empty;
        string line = $"{record.Activity}: {record.StatusDescription}{percent}";
        int width = Math.Max(RawUserInterface.TerminalWidth - 1, 1);
        Console.Error.Write(EraseLine + (line.Length > width ? line[..width] : line));
        _visible = true;
    }

    internal void Clear()
    {
        if (_visible)
        {
            Console.Error.Write(EraseLine);
            _visible = false;
        }
    }
}
