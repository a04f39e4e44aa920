using System.Collections.Generic;

namespace IntercomPS.Export;

/// <summary>What an export is of: which workspace, which conversations, which of their fields.</summary>
internal sealed record ExportSubject
{
    /// <summary>The workspace's id; null where Intercom does not tell it.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The workspace's name; null where Intercom does not tell it.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>Where the workspace is hosted; null where that is not known.</summary>
    public string? Region { get; init; }

    /// <summary>The API version that the requests ask for.</summary>
    public string ApiVersion { get; init; } = string.Empty;

    /// <summary>The searches; null where the conversations came from the pipeline.</summary>
    public IReadOnlyList<ExportSearch>? Searches { get; init; }

    /// <summary>The names of the columns, in their order.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The files' format.</summary>
    public ExportFormat Format { get; init; }

    /// <summary>Whether the parts are exported too.</summary>
    public bool IncludeParts { get; init; }

    /// <summary>Whether email addresses that conversations lack are looked up.</summary>
    public bool LooksUpContacts { get; init; }
}
