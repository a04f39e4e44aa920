using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS;

/// <summary>An export's files against its manifest.</summary>
public sealed class ExportVerification
{
    /// <summary>The full path of the manifest.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Whether every file is there and is what the manifest says: as large, with as many rows, and the same bytes.</summary>
    public bool IsValid => Files.All(file => file.IsValid);

    /// <summary>Whether the manifest says that the export lacks nothing.</summary>
    public bool IsComplete { get; init; }

    /// <summary>What the manifest says that the export lacks; empty where it is complete.</summary>
    public IReadOnlyList<string> Missing { get; init; } = Array.Empty<string>();

    /// <summary>The files, each with what is wrong with it.</summary>
    public IReadOnlyList<VerifiedFile> Files { get; init; } = Array.Empty<VerifiedFile>();

    /// <summary>What is wrong with the files; empty where nothing is.</summary>
    public IReadOnlyList<string> Problem => Files.Where(file => !file.IsValid).Select(file => file.ToString()).ToArray();

    /// <summary>The manifest.</summary>
    /// <returns>Its full path.</returns>
    public override string ToString() => Path;
}
