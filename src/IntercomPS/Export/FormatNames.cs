using System;

namespace IntercomPS.Export;

/// <summary>The names of formats in manifests and journals.</summary>
internal static class FormatNames
{
    /// <summary>Names a format.</summary>
    /// <param name="format">The format.</param>
    /// <returns>Its name in snake case.</returns>
    public static string Of(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "csv",
        ExportFormat.JsonLines => "json_lines",
        ExportFormat.Json => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The format has no name."),
    };

    /// <summary>Finds a format by its name.</summary>
    /// <param name="name">The name in snake case.</param>
    /// <returns>The format; null where none has that name.</returns>
    public static ExportFormat? Parse(string? name) => name switch
    {
        "csv" => ExportFormat.Csv,
        "json_lines" => ExportFormat.JsonLines,
        "json" => ExportFormat.Json,
        _ => null,
    };
}
