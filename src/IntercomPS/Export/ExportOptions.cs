using System.Collections.Generic;

namespace IntercomPS.Export;

/// <summary>What to export where, and how.</summary>
internal sealed record ExportOptions
{
    /// <summary>The file's path, already resolved against the shell's location.</summary>
    public required string Path { get; init; }

    /// <summary>The file's format.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>The columns, in their order: those of a schema or a choice.</summary>
    public IReadOnlyList<ExportColumn<Conversation>> Columns { get; init; } = ConversationColumns.Normalized;

    /// <summary>Whether the parts are written too: a second file in CSV, an array in JSON.</summary>
    public bool IncludeParts { get; init; }

    /// <summary>Whether existing files are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a manifest is written beside the file.</summary>
    public bool Manifest { get; init; }

    /// <summary>Whether a run that ends before its time leaves what it has written, for the next one to go on with.</summary>
    public bool Resume { get; init; }

    /// <summary>What the export is of, for its manifest and its journal.</summary>
    public ExportSubject Subject { get; init; } = new();

    /// <summary>Whether the parts get a file of their own.</summary>
    public bool HasPartsFile => IncludeParts && Format == ExportFormat.Csv;
}
