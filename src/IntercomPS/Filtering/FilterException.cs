using System;
using IntercomPS.Querying;

namespace IntercomPS.Filtering;

/// <summary>A filter that cannot be understood, with the place that is wrong.</summary>
internal sealed class FilterException : InvalidQueryException
{
    public FilterException(string message, FilterSpot spot, Exception? innerException)
        : base(message + "\n" + SpotDiagram.Of(spot), innerException!)
    {
        Problem = message;
        Spot = spot;
        Line = spot.Line;
        Column = spot.Column;
        Text = spot.Text;
    }

    /// <summary>What is wrong and what to do, without the place.</summary>
    public string Problem { get; }

    /// <summary>The place.</summary>
    public FilterSpot Spot { get; }

    /// <summary>The line in the filter, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in the line, from 1, in UTF-16 characters.</summary>
    public int Column { get; }

    /// <summary>What stands there in the filter; empty at its end.</summary>
    public string Text { get; }
}
