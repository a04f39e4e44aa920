using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>Reads what enqueue is asked, and refuses what the API refuses (OpenAPI 2.15, enqueue, examples of 400).</summary>
internal static class ReportingRequest
{
    public static (ReportingDataset Dataset, IReadOnlyList<ReportingColumn> Columns, long Start, long End) Read(JsonElement body, ApiVersion version)
    {
        string id = Required(body, "dataset_id").ToString();
        ReportingDataset dataset = ReportingCatalog.Datasets.FirstOrDefault(d => d.Id == id) ?? throw Bad($"{id} is not a valid dataset_id");
        IReadOnlyList<ReportingColumn> columns = ReadColumns(Required(body, "attribute_ids"), dataset, version);
        long start = ReadTime(body, "start_time");
        long end = ReadTime(body, "end_time");
        return start <= end ? (dataset, columns, start, end) : throw Bad("start_time must be before end_time");
    }

    private static List<ReportingColumn> ReadColumns(JsonElement ids, ReportingDataset dataset, ApiVersion version)
    {
        if (ids.ValueKind != JsonValueKind.Array)
        {
            throw Bad("'attribute_ids' not an array must be of type Array");
        }

        if (ids.GetArrayLength() == 0)
        {
            throw Bad("attribute_ids must contain at least one attribute_id");
        }

        string[] keys = ids.EnumerateArray().Select(key => key.ToString()).ToArray();
        string[] unknown = keys.Where(key => dataset.Find(key, version) is null).ToArray();
        return unknown.Length == 0
            ? keys.Select(key => dataset.Find(key, version)!).ToList()
            : throw Bad($"attribute_ids invalid for {dataset.Id} dataset: {string.Join(", ", unknown)}");
    }

    private static long ReadTime(JsonElement body, string name) =>
        Required(body, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long time)
            ? time
            : throw Bad($"'{name}' must be of type Integer");

    private static JsonElement Required(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : throw Bad($"'{name}' is a required parameter");

    private static ApiException Bad(string message) => new(400, "bad_request", message);
}
