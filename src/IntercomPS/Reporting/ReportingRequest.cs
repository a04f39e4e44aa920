using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace IntercomPS.Reporting;

/// <summary>What a job is asked for.</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="AttributeKeys">The attributes, in the order of their columns.</param>
/// <param name="Start">The start of the range, Unix seconds.</param>
/// <param name="End">The end of the range, Unix seconds. The API does not say whether it belongs to the range.</param>
internal sealed record ReportingRequest(string DatasetId, IReadOnlyList<string> AttributeKeys, long Start, long End)
{
    /// <summary>Writes the body of the request to enqueue.</summary>
    /// <returns>JSON.</returns>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("dataset_id"u8, DatasetId);
            json.WriteStartArray("attribute_ids"u8);
            foreach (string key in AttributeKeys)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
            json.WriteNumber("start_time"u8, Start);
            json.WriteNumber("end_time"u8, End);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
