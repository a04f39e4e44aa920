using System.Collections.Generic;

namespace IntercomPS.Export.Manifest;

/// <summary>What is read of a manifest to check it.</summary>
internal sealed record ExportManifest
{
    /// <summary>The files, whose names hold no folder and come once each.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>Whether the export says that it lacks nothing.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>What it says that it lacks. Text of whoever wrote the file.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
