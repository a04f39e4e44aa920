using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>Rows read back from an export, each value in the text that <see cref="CellText"/> expects of it.</summary>
internal sealed class ExportedRows
{
    private readonly bool _json;

    private ExportedRows(bool json, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        _json = json;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The columns in their order.</summary>
    internal IReadOnlyList<string> Columns { get; }

    internal IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>Reads a file by its ending.</summary>
    internal static ExportedRows Read(string path)
    {
        if (Path.GetExtension(path) == ".csv")
        {
            (string[] header, List<Dictionary<string, string>> rows) = CsvFile.Read(path);
            return new ExportedRows(json: false, header, [.. rows.Select(WithCanonicalAttributes)]);
        }

        // Strict: bytes that are no UTF-8 throw, and a byte order mark would be no JSON.
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        return OfJson(Path.GetExtension(path) == ".json"
            ? JsonElement.Parse(text).EnumerateArray()
            : text.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line)));
    }

    internal static ExportedRows OfJson(IEnumerable<JsonElement> objects)
    {
        JsonElement[] all = [.. objects];
        return new ExportedRows(
            json: true,
            [.. all[0].EnumerateObject().Select(property => property.Name)],
            [.. all.Select(row => row.EnumerateObject().ToDictionary(property => property.Name, property => CellText.Canonical(property.Value)))]);
    }

    /// <summary>Fails at the first value that is not as expected; columns that are not expected of a row are not looked at.</summary>
    internal void AssertAre(IEnumerable<Dictionary<string, object?>> expected)
    {
        Dictionary<string, object?>[] all = [.. expected];
        Assert.Equal(all.Length, Rows.Count);
        for (int index = 0; index < all.Length; index++)
        {
            IEnumerable<string> wanted = all[index].Select(cell => $"{cell.Key} = {(_json ? CellText.InJson(cell.Value) : CellText.InCsv(cell.Value))}");
            Assert.Equal(wanted, all[index].Keys.Select(name => $"{name} = {Rows[index][name]}"));
        }
    }

    private static Dictionary<string, string> WithCanonicalAttributes(Dictionary<string, string> row)
    {
        if (row.TryGetValue("custom_attributes", out string? attributes) && attributes.Length > 0)
        {
            row["custom_attributes"] = CellText.Canonical(JsonElement.Parse(attributes));
        }

        return row;
    }
}
