using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Sandbox.Search;

/// <summary>The searchable fields of contacts (OpenAPI 2.16, SearchContacts); those the sandbox has no data for are never set.</summary>
internal static class ContactFields
{
    private static readonly string[] DateOperators = [SearchOperators.EqualTo, SearchOperators.Greater, SearchOperators.Lower];
    private static readonly string[] TagOperators = [SearchOperators.EqualTo, SearchOperators.NotEqualTo];

    // Below the arrays that its fields use: static members are initialized in the order of the text.
    public static FieldCatalog<SandboxContact> Catalog { get; } = new(Create(), (c, name) => name == "Plan Name" ? c.PlanAttribute : null);

    private static IEnumerable<SearchField<SandboxContact>> Create() =>
    [
        Text("id", c => c.Id), Text("role", c => c.Role), Text("name", c => c.Name), Text("email", c => c.Email),
        Text("email_domain", c => c.EmailDomain), Text("phone", c => c.Phone), Text("formatted_phone", c => c.Phone),
        Text("external_id", c => c.ExternalId), Text("owner_id", c => c.Owner?.Id),
        Text("language_override", _ => null), Text("browser", c => c.Browser), Text("browser_language", c => c.Language),
        Text("os", c => c.OperatingSystem), Text("location.country", c => c.Locale.Country), Text("location.region", _ => null),
        Text("location.city", c => c.Locale.City), Text("avatar", _ => null), Text("segment_id", _ => null),
        Date("created_at", c => c.CreatedAtUnix), Date("signed_up_at", c => c.SignedUpAtUnix), Date("updated_at", c => c.UpdatedAtUnix),
        Date("last_seen_at", c => c.LastSeenAtUnix), Date("last_contacted_at", c => c.LastContactedAtUnix),
        Date("last_replied_at", c => c.LastRepliedAtUnix), Date("last_email_opened_at", _ => null), Date("last_email_clicked_at", _ => null),
        Flag("unsubscribed_from_emails", c => c.UnsubscribedFromEmails), Flag("marked_email_as_spam", _ => false),
        Flag("has_hard_bounced", c => c.HasHardBounced),
        new("tag_id", FieldType.Text) { Texts = c => c.Tags.Select(t => t.Id), Operators = TagOperators },
        Date("ios_last_seen_at", _ => null), Text("ios_app_version", _ => null), Text("ios_device", _ => null), Text("ios_app_device", _ => null),
        Text("ios_os_version", _ => null), Text("ios_app_name", _ => null), Text("ios_sdk_version", _ => null),
        Date("android_last_seen_at", _ => null), Text("android_app_version", _ => null), Text("android_device", _ => null),

        // The reference's own spelling of the last one.
        Text("android_app_name", _ => null), Text("andoid_sdk_version", _ => null),
    ];

    private static SearchField<SandboxContact> Text(string name, Func<SandboxContact, string?> read) => new(name, FieldType.Text) { Text = read };

    private static SearchField<SandboxContact> Flag(string name, Func<SandboxContact, bool?> read) => new(name, FieldType.Flag) { Flag = read };

    private static SearchField<SandboxContact> Date(string name, Func<SandboxContact, long?> read)
        => new(name, FieldType.Date) { Number = read, MatchesByDay = true, Operators = DateOperators };
}
