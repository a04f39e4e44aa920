using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Export.Manifest;

/// <summary>Reads manifests, which anybody may have written: nothing in one leads out of its folder.</summary>
internal static class ManifestReader
{
    /// <summary>The largest manifest that is read. What is left out is listed in it, so that it can be long.</summary>
    public const long LargestSize = 64 * 1024 * 1024;

    private const int HashLength = 64;
    private const int LongestName = 255;

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="ManifestException">It is no manifest, or says what none would say.</exception>
    public static ExportManifest Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!stream.CanSeek || stream.Length > LargestSize)
            {
                throw new FormatException($"it is larger than {LargestSize / 1024 / 1024} MB");
            }

            using JsonDocument document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ManifestException(
                ManifestProblem.Unreadable, path, $"The manifest '{path}' cannot be read: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    private static ExportManifest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "format") != ManifestFormat.Name)
        {
            throw new FormatException("it is no manifest of an export");
        }

        if (Number(root, "version") != ManifestFormat.Version)
        {
            throw new FormatException("another version of IntercomPS has written it");
        }

        List<ManifestFile> files = Items(root, "files").Select(ReadFile).ToList();
        if (files.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Math.Max(1, files.Count))
        {
            throw new FormatException("it names no file, or the same one twice");
        }

        bool complete = root.TryGetProperty("complete", out JsonElement flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.GetBoolean()
            : throw new FormatException("it does not say whether the export is complete");
        return new ExportManifest { Files = files, IsComplete = complete, Missing = Items(root, "missing").Select(item => Text(item, "message")).ToList() };
    }

    private static ManifestFile ReadFile(JsonElement file)
    {
        string name = Text(file, "name");
        if (!IsPlainName(name))
        {
            throw new FormatException("it names a file outside of its folder");
        }

        string hash = Text(file, "sha256");
        if (hash.Length != HashLength || !hash.All(Uri.IsHexDigit))
        {
            throw new FormatException("a hash in it is none");
        }

        return new ManifestFile(
            name,
            Text(file, "role"),
            FormatNames.Parse(Text(file, "format")) ?? throw new FormatException("it names a format that does not exist"),
            Number(file, "rows"),
            Number(file, "bytes"),
            hash.ToLowerInvariant());
    }

    /// <summary>Both kinds of separators count everywhere, and so does the colon of drives and streams: an export may have come from another system.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= LongestName && name is not ("." or "..") && name.IndexOfAny(['/', '\\', ':']) < 0 && !name.Any(char.IsControl);

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : throw new FormatException($"its '{name}' is no list");

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"a '{name}' in it is no text");

    private static long Number(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 0
            ? number
            : throw new FormatException($"a '{name}' in it is no number");
}
