using System;
using System.Runtime.CompilerServices;
using IntercomPS.Models.Json;

namespace IntercomPS.Text;

/// <summary>Collects text the way a browser lays it out: white space collapses, breaks wait until text follows them.</summary>
internal sealed class TextFlow
{
    private const int MostNewlines = 2;
    private const char NoBreakSpace = '\u00A0';

    private char[] _buffer;
    private int _breaks;
    private int _spaces;
    private bool _afterSpace;
    private bool _blankLine;

    public TextFlow(int expectedLength) => _buffer = new char[Math.Max(expectedLength, 16)];

    /// <summary>How many characters were written, waiting breaks and spaces not counted.</summary>
    public int Length { get; private set; }

    /// <summary>Whether a character is neither a space nor a control character (C0, DEL, C1).</summary>
    /// <param name="character">The character.</param>
    /// <returns>True where it goes into the text as it is.</returns>
    public static bool IsPlain(char character) => character > ' ' && character is < '\u007F' or > NoBreakSpace;

    /// <summary>Adds text whose white space collapses to one space, no-break spaces excepted.</summary>
    /// <param name="text">The text.</param>
    [MethodImpl(HotPath.Optimized)]
    public void Append(ReadOnlySpan<char> text)
    {
        int index = 0;
        while (index < text.Length)
        {
            index += AppendRun(text.Slice(index));
            if (index < text.Length)
            {
                AppendSpace(text[index++]);
            }
        }
    }

    /// <summary>Adds text whose white space stays.</summary>
    /// <param name="text">The text.</param>
    public void AppendPreformatted(string text) => AppendPreformatted(text.AsSpan());

    /// <inheritdoc cref="AppendPreformatted(string)"/>
    [MethodImpl(HotPath.Optimized)]
    public void AppendPreformatted(ReadOnlySpan<char> text)
    {
        int index = 0;
        while (index < text.Length)
        {
            index += AppendRun(text.Slice(index));
            if (index == text.Length)
            {
                return;
            }

            char character = text[index++];
            bool isHalfOfPair = character == '\r' && index < text.Length && text[index] == '\n';
            if (character is '\n' or '\r' && !isHalfOfPair)
            {
                BreakLine();
            }
            else if (character is ' ' or '\t' or NoBreakSpace)
            {
                Write(character == '\t' ? "\t".AsSpan() : " ".AsSpan());
            }
        }
    }

    /// <summary>Ends the line, blank or not.</summary>
    public void BreakLine()
    {
        _breaks++;
        StartLine();
    }

    /// <summary>Ends the line unless it is still empty: the edge of a block.</summary>
    public void BreakBlock()
    {
        if (_breaks == 0 || _blankLine)
        {
            _breaks++;
        }

        StartLine();
    }

    /// <summary>Separates a cell from the one before it on the same line.</summary>
    public void SeparateCell()
    {
        if (_breaks > 0 || Length == 0)
        {
            return;
        }

        _spaces = 0;
        Write("\t".AsSpan());
        _afterSpace = true;
    }

    /// <summary>Ends the text.</summary>
    /// <returns>All of it, without the blank around it.</returns>
    public string Finish() => _buffer.AsSpan(0, Length).Trim().ToString();

    [MethodImpl(HotPath.Optimized)]
    private int AppendRun(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && IsPlain(text[length]))
        {
            length++;
        }

        if (length > 0)
        {
            Write(text.Slice(0, length));
        }

        return length;
    }

    [MethodImpl(HotPath.Optimized)]
    private void AppendSpace(char character)
    {
        if (character == NoBreakSpace)
        {
            _spaces++;
            _afterSpace = false;
            _blankLine |= _breaks > 0;
        }
        else if (character is ' ' or '\t' or '\n' or '\r' or '\f' && !_afterSpace)
        {
            _spaces++;
            _afterSpace = true;
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private void Write(ReadOnlySpan<char> run)
    {
        if (_breaks > 0)
        {
            WriteBreaks();
        }
        else if (_spaces > 0 && Length > 0)
        {
            Reserve(_spaces);
            _buffer.AsSpan(Length, _spaces).Fill(' ');
            Length += _spaces;
        }

        StartLine();
        _breaks = 0;
        Reserve(run.Length);
        run.CopyTo(_buffer.AsSpan(Length));
        Length += run.Length;
    }

    [MethodImpl(HotPath.Optimized)]
    private void WriteBreaks()
    {
        while (Length > 0 && _buffer[Length - 1] is ' ' or '\t')
        {
            Length--;
        }

        int present = 0;
        while (present < MostNewlines && present < Length && _buffer[Length - 1 - present] == '\n')
        {
            present++;
        }

        int missing = Length == 0 ? 0 : Math.Min(_breaks, MostNewlines - present);
        Reserve(missing);
        _buffer.AsSpan(Length, missing).Fill('\n');
        Length += missing;
    }

    private void StartLine()
    {
        _spaces = 0;
        _afterSpace = false;
        _blankLine = false;
    }

    private void Reserve(int more)
    {
        if (Length + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(Length + more, _buffer.Length * 2));
        }
    }
}
