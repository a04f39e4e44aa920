using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads companies, on conversations and by themselves.</summary>
internal static class CompanyReader
{
    public static Company? ReadOptional(ref Utf8JsonReader reader) => reader.IsObject() ? Read(ref reader) : null;

    [MethodImpl(HotPath.Optimized)]
    public static Company Read(ref Utf8JsonReader reader)
    {
        var company = new Company();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (!ReadIdentity(ref reader, name, company) && !ReadTime(ref reader, name, company) && !ReadDetail(ref reader, name, company))
            {
                reader.Skip();
            }
        }

        return company;
    }

    private static bool ReadIdentity(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Company company)
    {
        if (name.SequenceEqual("id"u8))
        {
            company.Id = reader.ReadText();
        }
        else if (name.SequenceEqual("company_id"u8))
        {
            company.CompanyId = reader.ReadText();
        }
        else if (name.SequenceEqual("name"u8))
        {
            company.Name = reader.ReadText();
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadTime(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Company company)
    {
        if (name.SequenceEqual("created_at"u8))
        {
            company.CreatedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("updated_at"u8))
        {
            company.UpdatedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("remote_created_at"u8))
        {
            company.RemoteCreatedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("last_request_at"u8))
        {
            company.LastRequestAt = reader.ReadTime();
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadDetail(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Company company)
    {
        if (name.SequenceEqual("plan"u8))
        {
            company.Plan = PeopleReader.ReadAuthor(ref reader)?.Name; // a plan has a type, an id and a name, too
        }
        else if (name.SequenceEqual("size"u8))
        {
            company.Size = reader.ReadWhole();
        }
        else if (name.SequenceEqual("website"u8))
        {
            company.Website = reader.ReadText();
        }
        else if (name.SequenceEqual("industry"u8))
        {
            company.Industry = reader.ReadText();
        }
        else if (name.SequenceEqual("monthly_spend"u8))
        {
            company.MonthlySpend = reader.ReadNumber();
        }
        else if (name.SequenceEqual("session_count"u8))
        {
            company.SessionCount = reader.ReadWhole();
        }
        else if (name.SequenceEqual("user_count"u8))
        {
            company.UserCount = reader.ReadWhole();
        }
        else if (name.SequenceEqual("tags"u8))
        {
            company.Tags = TagReader.Names(reader.ReadListIn("tags"u8, TagReader.ReadTag));
        }
        else if (name.SequenceEqual("custom_attributes"u8))
        {
            company.CustomAttributes = AttributeMapReader.ReadOrEmpty(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
