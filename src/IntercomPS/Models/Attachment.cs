namespace IntercomPS;

/// <summary>A file that came with a message.</summary>
/// <remarks>Source: schema part_attachment, API 2.15.</remarks>
public sealed class Attachment
{
    /// <summary>The file's name as its sender gave it: text of a stranger, never a safe path.</summary>
    public string? Name { get; internal set; }

    /// <summary>Where the file can be downloaded; the link expires.</summary>
    public string? Url { get; internal set; }

    /// <summary>The MIME type that Intercom reports; null when unknown.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>The size in bytes; null when unknown.</summary>
    public long? FileSize { get; internal set; }

    /// <summary>The file's name.</summary>
    /// <returns>The name, or the address where there is none.</returns>
    public override string ToString() => Name ?? Url ?? string.Empty;
}
