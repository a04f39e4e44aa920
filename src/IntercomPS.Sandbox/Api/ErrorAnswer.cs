using System;
using System.Text.Json;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox.Api;

/// <summary>Writes the error envelope.</summary>
internal static class ErrorAnswer
{
    public static HttpResponse Create(ApiException error)
    {
        var body = new PooledBuffer(512);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("type", "error.list");
            json.WriteString("request_id", Guid.NewGuid().ToString());
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            if (error.Field is not null)
            {
                json.WriteString("field", error.Field);
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new HttpResponse(error.Status, body);
    }
}
