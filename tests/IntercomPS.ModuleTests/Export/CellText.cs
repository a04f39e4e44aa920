using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using IntercomPS.ModuleTests.Harness;

namespace IntercomPS.ModuleTests.Export;

/// <summary>How an expected value must stand in a file: one text to compare for CSV cells, one for JSON values.</summary>
internal static class CellText
{
    internal static string InCsv(object? value) => value switch
    {
        null => string.Empty,
        string text => ExpectedText.InCsv(text),
        string[] texts => ExpectedText.InCsv(string.Join(';', texts)),
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Iso(time),
        IReadOnlyDictionary<string, object> { Count: 0 } => string.Empty,
        IReadOnlyDictionary<string, object> map => InJson(map),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    internal static string InJson(object? value) => value switch
    {
        DateTimeOffset time => InJson(Iso(time)),
        IReadOnlyDictionary<string, object> map => Canonical(JsonSerializer.SerializeToElement(map)),
        _ => Canonical(JsonSerializer.SerializeToElement(value)),
    };

    /// <summary>One form for all equal JSON, however it escapes and orders.</summary>
    internal static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Canonical(p.Value)}"))}}}",
        _ => value.GetRawText(),
    };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
