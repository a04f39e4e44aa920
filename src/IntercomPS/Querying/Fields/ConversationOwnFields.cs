using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying.Fields;

/// <summary>The conversation's own fields: times, state, people, tags.</summary>
internal static class ConversationOwnFields
{
    /// <summary>Open, closed or snoozed.</summary>
    public static ConversationField State { get; } =
        new("state", FieldKind.Word) { Read = row => row.State, Words = ["open", "closed", "snoozed"], IsAlwaysSet = true };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<ConversationField> All { get; } =
    [
        new("id", FieldKind.Id) { Read = row => row.Id, Aliases = ["conversation_id"], IsAlwaysSet = true },
        new("created_at", FieldKind.Time) { Read = row => FieldValue.Of(row.CreatedAt), IsAlwaysSet = true },
        new("updated_at", FieldKind.Time) { Read = row => FieldValue.Of(row.UpdatedAt), IsAlwaysSet = true },
        new("contact_ids", FieldKind.Id) { Read = row => FieldValue.Of(row.Contacts), Aliases = ["contact_id", "contacts"] },
        new("teammate_ids", FieldKind.Id) { Read = row => FieldValue.Of(row.Teammates), Aliases = ["teammate_id", "teammates"] },
        new("admin_assignee_id", FieldKind.Assignee) { Read = row => FieldValue.OfAssignee(row.AdminAssigneeId), Aliases = ["assignee_id"], IsAlwaysSet = true },
        new("team_assignee_id", FieldKind.Assignee) { Read = row => FieldValue.OfAssignee(row.TeamAssigneeId), Aliases = ["team_id"], IsAlwaysSet = true },
        new("channel_initiated", FieldKind.Word),
        new("open", FieldKind.Boolean) { Read = row => row.Open, IsAlwaysSet = true },
        new("read", FieldKind.Boolean) { Read = row => row.Read, IsAlwaysSet = true },
        State,
        new("waiting_since", FieldKind.Time) { Read = row => FieldValue.Of(row.WaitingSince) },
        new("snoozed_until", FieldKind.Time) { Read = row => FieldValue.Of(row.SnoozedUntil) },
        new("tag_ids", FieldKind.Id) { Read = row => row.TagDetails.Select(tag => tag.Id).ToList(), Aliases = ["tag_id"] },
        new("priority", FieldKind.Word)
        {
            Read = row => row.Priority, Words = ["priority", "not_priority", "none", "low", "medium", "high", "urgent"], IsAlwaysSet = true,
        },
        new("title", FieldKind.Text) { Read = row => row.Title, ServerField = null },
        new("company_id", FieldKind.Id) { Read = row => row.CompanyId, ServerField = null },
        new("company_name", FieldKind.Text) { Read = row => row.Company?.Name, Aliases = ["company"], ServerField = null },
        new("sla_name", FieldKind.Text) { Read = row => row.SlaApplied?.Name, ServerField = null },
        new("sla_status", FieldKind.Word) { Read = row => row.SlaApplied?.Status, ServerField = null },
    ];
}
