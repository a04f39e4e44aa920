using System;
using System.Text.Json;
using IntercomPS.Reporting;

namespace IntercomPS.Models.Json;

/// <summary>Reads the answers of the reporting data export.</summary>
internal static class ReportingReader
{
    /// <summary>Reads the list of datasets.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>The datasets; those without an id are left out.</returns>
    /// <exception cref="JsonException">The answer was cut short or has no such list.</exception>
    public static ReportingDataset[] ReadDatasets(ReadOnlySpan<byte> json)
    {
        ReportingDataset[]? datasets = null;
        Utf8JsonReader reader = AnswerReader.Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("data"u8) && reader.TokenType == JsonTokenType.StartArray)
            {
                datasets = reader.ReadList(ReadDataset);
            }
            else
            {
                reader.Skip();
            }
        }

        AnswerReader.Close(ref reader);
        return Array.FindAll(
            datasets ?? throw AnswerReader.Lacks("data"), dataset => dataset.Id.Length > 0);
    }

    /// <summary>Reads a job.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>The job; its id is empty where the answer lacks it.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    public static ReportingJob ReadJob(ReadOnlySpan<byte> json)
    {
        string? id = null;
        string? status = null;
        Utf8JsonReader reader = AnswerReader.Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("job_identifier"u8))
            {
                id = reader.ReadText();
            }
            else if (name.SequenceEqual("status"u8))
            {
                status = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }

        AnswerReader.Close(ref reader);
        return new ReportingJob(id ?? string.Empty, status ?? string.Empty);
    }

    private static ReportingDataset ReadDataset(ref Utf8JsonReader reader)
    {
        var dataset = new ReportingDataset();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                dataset.Id = reader.ReadText() ?? string.Empty;
            }
            else if (name.SequenceEqual("name"u8))
            {
                dataset.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("description"u8))
            {
                dataset.Description = reader.ReadText();
            }
            else if (name.SequenceEqual("default_time_attribute_id"u8))
            {
                dataset.DefaultTimeAttributeId = reader.ReadText();
            }
            else if (name.SequenceEqual("attributes"u8))
            {
                dataset.Attributes = Array.FindAll(reader.ReadList(ReadAttribute), attribute => attribute.Key.Length > 0);
            }
            else
            {
                reader.Skip();
            }
        }

        return dataset;
    }

    private static ReportingAttribute ReadAttribute(ref Utf8JsonReader reader)
    {
        var attribute = new ReportingAttribute();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                attribute.Id = reader.ReadText() ?? string.Empty;
            }
            else if (name.SequenceEqual("qualified_id"u8))
            {
                attribute.QualifiedId = reader.ReadText();
            }
            else if (name.SequenceEqual("name"u8))
            {
                attribute.Name = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }

        return attribute;
    }
}
