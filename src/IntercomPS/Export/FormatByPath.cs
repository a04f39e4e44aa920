using System;
using System.IO;

namespace IntercomPS.Export;

/// <summary>Tells an export's format by its file's ending.</summary>
internal static class FormatByPath
{
    /// <summary>Tells the format of a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The format that its ending stands for.</returns>
    /// <exception cref="ArgumentException">The ending stands for none.</exception>
    public static ExportFormat Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => ExportFormat.Csv,
        ".JSONL" or ".NDJSON" => ExportFormat.JsonLines,
        ".JSON" => ExportFormat.Json,
        "" => throw new ArgumentException($"The path '{path}' has no ending that tells the format. Use .csv, .jsonl or .json, or give -Format.", nameof(path)),
        _ => throw new ArgumentException($"The ending of '{path}' stands for no format. Use .csv, .jsonl, .ndjson or .json, or give -Format.", nameof(path)),
    };
}
