using System;
using System.Collections.Generic;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads contacts.</summary>
internal static class ContactReader
{
    public static Contact Read(ref Utf8JsonReader reader)
    {
        var contact = new Contact();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (!ReadPerson(ref reader, name, contact)
                && !ReadTime(ref reader, name, contact)
                && !ReadDevice(ref reader, name, contact)
                && !ReadBelongings(ref reader, name, contact))
            {
                reader.Skip();
            }
        }

        return contact;
    }

    private static bool ReadPerson(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Contact contact)
    {
        if (name.SequenceEqual("id"u8))
        {
            contact.Id = reader.ReadText() ?? string.Empty;
        }
        else if (name.SequenceEqual("external_id"u8))
        {
            contact.ExternalId = reader.ReadText();
        }
        else if (name.SequenceEqual("role"u8))
        {
            contact.Role = reader.ReadText();
        }
        else if (name.SequenceEqual("name"u8))
        {
            contact.Name = NotEmpty(reader.ReadText());
        }
        else if (name.SequenceEqual("email"u8))
        {
            contact.Email = NotEmpty(reader.ReadText());
        }
        else if (name.SequenceEqual("phone"u8))
        {
            contact.Phone = NotEmpty(reader.ReadText());
        }
        else if (name.SequenceEqual("owner_id"u8))
        {
            // Nobody is null up to 2.15 and may be 0 in 2.16, as it is for assignees.
            contact.OwnerId = reader.ReadText() is { } owner && owner is not ("" or "0") ? owner : null;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadTime(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Contact contact)
    {
        if (name.SequenceEqual("created_at"u8))
        {
            contact.CreatedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("updated_at"u8))
        {
            contact.UpdatedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("signed_up_at"u8))
        {
            contact.SignedUpAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("last_seen_at"u8))
        {
            contact.LastSeenAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("last_replied_at"u8))
        {
            contact.LastRepliedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("last_contacted_at"u8))
        {
            contact.LastContactedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("last_email_opened_at"u8))
        {
            contact.LastEmailOpenedAt = reader.ReadTime();
        }
        else if (name.SequenceEqual("last_email_clicked_at"u8))
        {
            contact.LastEmailClickedAt = reader.ReadTime();
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadDevice(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Contact contact)
    {
        if (name.SequenceEqual("language_override"u8))
        {
            contact.LanguageOverride = reader.ReadText();
        }
        else if (name.SequenceEqual("browser"u8))
        {
            contact.Browser = reader.ReadText();
        }
        else if (name.SequenceEqual("browser_language"u8))
        {
            contact.BrowserLanguage = reader.ReadText();
        }
        else if (name.SequenceEqual("os"u8))
        {
            contact.OperatingSystem = reader.ReadText();
        }
        else if (name.SequenceEqual("location"u8))
        {
            ReadLocation(ref reader, contact);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadBelongings(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Contact contact)
    {
        if (name.SequenceEqual("unsubscribed_from_emails"u8))
        {
            contact.UnsubscribedFromEmails = reader.ReadFlag();
        }
        else if (name.SequenceEqual("has_hard_bounced"u8))
        {
            contact.HasHardBounced = reader.ReadFlag();
        }
        else if (name.SequenceEqual("marked_email_as_spam"u8))
        {
            contact.MarkedEmailAsSpam = reader.ReadFlag();
        }
        else if (name.SequenceEqual("tags"u8))
        {
            contact.TagIds = ReadIds(ref reader);
        }
        else if (name.SequenceEqual("companies"u8))
        {
            contact.CompanyIds = ReadIds(ref reader);
        }
        else if (name.SequenceEqual("custom_attributes"u8))
        {
            contact.CustomAttributes = AttributeMapReader.ReadOrEmpty(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void ReadLocation(ref Utf8JsonReader reader, Contact contact)
    {
        if (!reader.IsObject())
        {
            return;
        }

        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("country"u8))
            {
                contact.Country = reader.ReadText();
            }
            else if (name.SequenceEqual("region"u8))
            {
                contact.Region = reader.ReadText();
            }
            else if (name.SequenceEqual("city"u8))
            {
                contact.City = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static List<string> ReadIds(ref Utf8JsonReader reader)
    {
        var ids = new List<string>();
        foreach (Reference reference in reader.ReadListIn("data"u8, PeopleReader.ReadReference))
        {
            if (reference.Id is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
