using System;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Filtering;

/// <summary>A place in a filter.</summary>
/// <param name="Source">The whole filter.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last character.</param>
internal sealed record FilterSpot(string Source, int Start, int End) : IQuerySpot
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>The line, from 1.</summary>
    public int Line
    {
        get
        {
            int line = 1;
            for (int index = 0; index < LineStart; index++)
            {
                bool isBreak = Source[index] == '\n' || (Source[index] == '\r' && !(index + 1 < Source.Length && Source[index + 1] == '\n'));
                line += isBreak ? 1 : 0;
            }

            return line;
        }
    }

    /// <summary>The column, from 1, in UTF-16 characters.</summary>
    public int Column => Start - LineStart + 1;

    /// <summary>What stands there.</summary>
    public string Text => Source.Substring(Start, End - Start);

    /// <summary>The offset at which its line begins.</summary>
    public int LineStart => Start == 0 ? 0 : Source.LastIndexOfAny(LineBreaks, Start - 1) + 1;

    /// <summary>The offset at which its line ends.</summary>
    public int LineEnd => Source.IndexOfAny(LineBreaks, Start) is >= 0 and int end ? end : Source.Length;

    /// <inheritdoc/>
    public InvalidQueryException Error(string message) => new FilterException(message, this, null);

    /// <summary>An error that points at the place, and what it comes from.</summary>
    /// <param name="message">What is wrong there, and what to do.</param>
    /// <param name="inner">What it comes from.</param>
    /// <returns>The error, to throw.</returns>
    public InvalidQueryException Error(string message, Exception inner) => new FilterException(message, this, inner);
}
