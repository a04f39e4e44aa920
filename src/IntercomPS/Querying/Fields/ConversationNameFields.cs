using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Names;

namespace IntercomPS.Querying.Fields;

/// <summary>The fields that are written by name and compared by id.</summary>
internal static class ConversationNameFields
{
    /// <summary>The tags by name.</summary>
    public static ConversationField Tag { get; } = Of("tag", NameKind.Tag, "tag_ids", "tags");

    /// <summary>The admin it is assigned to, by name or email address.</summary>
    public static ConversationField Admin { get; } = Of("admin", NameKind.Admin, "admin_assignee_id", "assignee", "admin_assignee");

    /// <summary>The team it is assigned to, by name.</summary>
    public static ConversationField Team { get; } = Of("team", NameKind.Team, "team_assignee_id", "team_assignee");

    /// <summary>The contact by email address.</summary>
    public static ConversationField ContactEmail { get; } =
        new("contact_email", FieldKind.Email) { ServerField = null, Target = OwnField("contact_ids") };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<ConversationField> All { get; } = [Tag, Admin, Team, ContactEmail];

    private static ConversationField Of(string name, NameKind kind, string target, params string[] aliases) =>
        new(name, FieldKind.Name) { ServerField = null, Names = kind, Target = OwnField(target), Aliases = aliases };

    private static ConversationField OwnField(string name) => ConversationOwnFields.All.Single(field => field.Name == name);
}
