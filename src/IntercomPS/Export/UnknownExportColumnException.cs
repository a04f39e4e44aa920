using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>An export was asked for a column that does not exist.</summary>
public sealed class UnknownExportColumnException : ArgumentException
{
    /// <summary>Makes the error of one name.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="nearest">The names that come nearest to it.</param>
    public UnknownExportColumnException(string name, IReadOnlyList<string> nearest)
        : base($"There is no column '{name}'. The nearest names are: {string.Join(", ", nearest)}.")
    {
        Name = name;
        Nearest = nearest;
    }

    /// <summary>The name that was asked for.</summary>
    public string Name { get; }

    /// <summary>The names that come nearest to it, best first.</summary>
    public IReadOnlyList<string> Nearest { get; }
}
