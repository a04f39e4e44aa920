using System;

namespace IntercomPS;

/// <summary>A tag of the workspace, or one on a conversation with when and by whom it was put there.</summary>
/// <remarks>Source: schema tag, API 2.15.</remarks>
public sealed class Tag
{
    /// <summary>The tag's id.</summary>
    public string? Id { get; internal set; }

    /// <summary>The tag's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>When the tag was put on the conversation, in UTC; null for a tag by itself, and where the API does not say.</summary>
    public DateTimeOffset? AppliedAt { get; internal set; }

    /// <summary>The admin who put it there; null for a tag by itself, and where the API does not say.</summary>
    public string? AppliedById { get; internal set; }

    /// <summary>The tag's name.</summary>
    /// <returns>The name, or the id where there is none.</returns>
    public override string ToString() => Name ?? Id ?? string.Empty;
}
