using System;
using System.Collections.Generic;

namespace IntercomPS.Export;

/// <summary>Takes the values of one row, a method a kind, so that no value is boxed. Null is a missing value.</summary>
internal interface ICellWriter
{
    /// <summary>Writes a text, possibly a stranger's.</summary>
    /// <param name="value">The text.</param>
    void WriteText(string? value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    void WriteNumber(long? value);

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The boolean.</param>
    void WriteBoolean(bool? value);

    /// <summary>Writes a point in time, to the second.</summary>
    /// <param name="value">The time.</param>
    void WriteTime(DateTimeOffset? value);

    /// <summary>Writes several texts in one cell.</summary>
    /// <param name="values">The texts.</param>
    void WriteTexts(IReadOnlyList<string>? values);

    /// <summary>Writes a map of attributes of any kind.</summary>
    /// <param name="values">The attributes by name.</param>
    void WriteAttributes(IReadOnlyDictionary<string, object?>? values);
}
