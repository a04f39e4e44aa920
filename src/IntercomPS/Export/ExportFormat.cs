namespace IntercomPS;

/// <summary>The file formats that conversations are exported in.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values after RFC 4180: UTF-8 with byte order mark, a header line, CRLF.</summary>
    Csv,

    /// <summary>One JSON object a line, UTF-8 without byte order mark.</summary>
    JsonLines,

    /// <summary>One JSON array of objects, UTF-8 without byte order mark.</summary>
    Json,
}
