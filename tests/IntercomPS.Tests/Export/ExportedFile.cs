using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using CsvHelper;
using IntercomPS.Export;

namespace IntercomPS.Tests.Export;

/// <summary>Exports to a file and reads it back with readers that know nothing of the writers.</summary>
internal static class ExportedFile
{
    public static ExportSummary Write(ExportOptions options, params Conversation[] conversations)
    {
        using var exporter = new ConversationExporter(options);
        exporter.AddAsync(conversations, CancellationToken.None).GetAwaiter().GetResult();
        return exporter.Complete();
    }

    public static List<Dictionary<string, string>> ReadCsv(string path)
    {
        using CsvReader reader = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions { Separator = ',' });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.Headers.Select((name, index) => (name, index)).ToDictionary(cell => cell.name, cell => reader.GetString(cell.index)));
        }

        return rows;
    }

    public static List<JsonElement> ReadJsonLines(string path) =>
        File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();

    public static List<JsonElement> ReadJson(string path) => JsonElement.Parse(File.ReadAllText(path)).EnumerateArray().ToList();

    public static List<JsonElement> Read(ExportFormat format, string path) =>
        format == ExportFormat.Json ? ReadJson(path) : ReadJsonLines(path);
}
