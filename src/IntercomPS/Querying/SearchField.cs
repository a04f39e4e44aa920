using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying;

/// <summary>The fields that a conversation search can filter on.</summary>
/// <remarks>Source: table "Accepted fields" of the operation searchConversations, API 2.16.</remarks>
internal static class SearchField
{
    /// <summary>What stands before the name of a workspace's own attribute.</summary>
    public const string CustomAttributePrefix = "custom_attributes.";

    private static readonly Dictionary<string, SearchFieldType> Types = new(StringComparer.Ordinal)
    {
        ["id"] = SearchFieldType.String,
        ["created_at"] = SearchFieldType.Date,
        ["updated_at"] = SearchFieldType.Date,
        ["source.type"] = SearchFieldType.String,
        ["source.id"] = SearchFieldType.String,
        ["source.delivered_as"] = SearchFieldType.String,
        ["source.subject"] = SearchFieldType.String,
        ["source.body"] = SearchFieldType.String,
        ["source.author.id"] = SearchFieldType.String,
        ["source.author.type"] = SearchFieldType.String,
        ["source.author.name"] = SearchFieldType.String,
        ["source.author.email"] = SearchFieldType.String,
        ["source.url"] = SearchFieldType.String,
        ["contact_ids"] = SearchFieldType.String,
        ["teammate_ids"] = SearchFieldType.String,
        ["admin_assignee_id"] = SearchFieldType.Integer,
        ["team_assignee_id"] = SearchFieldType.Integer,
        ["channel_initiated"] = SearchFieldType.String,
        ["open"] = SearchFieldType.Boolean,
        ["read"] = SearchFieldType.Boolean,
        ["state"] = SearchFieldType.String,
        ["waiting_since"] = SearchFieldType.Date,
        ["snoozed_until"] = SearchFieldType.Date,
        ["tag_ids"] = SearchFieldType.String,
        ["priority"] = SearchFieldType.String,
        ["statistics.time_to_assignment"] = SearchFieldType.Integer,
        ["statistics.time_to_admin_reply"] = SearchFieldType.Integer,
        ["statistics.time_to_first_close"] = SearchFieldType.Integer,
        ["statistics.time_to_last_close"] = SearchFieldType.Integer,
        ["statistics.median_time_to_reply"] = SearchFieldType.Integer,
        ["statistics.first_contact_reply_at"] = SearchFieldType.Date,
        ["statistics.first_assignment_at"] = SearchFieldType.Date,
        ["statistics.first_admin_reply_at"] = SearchFieldType.Date,
        ["statistics.first_close_at"] = SearchFieldType.Date,
        ["statistics.last_assignment_at"] = SearchFieldType.Date,
        ["statistics.last_assignment_admin_reply_at"] = SearchFieldType.Date,
        ["statistics.last_contact_reply_at"] = SearchFieldType.Date,
        ["statistics.last_admin_reply_at"] = SearchFieldType.Date,
        ["statistics.last_close_at"] = SearchFieldType.Date,
        ["statistics.last_closed_by_id"] = SearchFieldType.String,
        ["statistics.count_reopens"] = SearchFieldType.Integer,
        ["statistics.count_assignments"] = SearchFieldType.Integer,
        ["statistics.count_conversation_parts"] = SearchFieldType.Integer,
        ["conversation_rating.requested_at"] = SearchFieldType.Date,
        ["conversation_rating.replied_at"] = SearchFieldType.Date,
        ["conversation_rating.score"] = SearchFieldType.Integer,
        ["conversation_rating.remark"] = SearchFieldType.String,
        ["conversation_rating.contact_id"] = SearchFieldType.String,
        ["conversation_rating.admin_d"] = SearchFieldType.String,
        ["ai_agent_participated"] = SearchFieldType.Boolean,
        ["ai_agent.resolution_state"] = SearchFieldType.String,
        ["ai_agent.last_answer_type"] = SearchFieldType.String,
        ["ai_agent.rating"] = SearchFieldType.Integer,
        ["ai_agent.rating_remark"] = SearchFieldType.String,
        ["ai_agent.source_type"] = SearchFieldType.String,
        ["ai_agent.source_title"] = SearchFieldType.String,
    };

    /// <summary>The names of all documented fields.</summary>
    public static IReadOnlyCollection<string> Names => Types.Keys;

    /// <summary>Finds a field's type.</summary>
    /// <param name="name">The field as the API spells it; a workspace's own attribute by its exact name behind "custom_attributes.".</param>
    /// <returns>The type, or null when there is no such field.</returns>
    public static SearchFieldType? TypeOf(string name)
    {
        if (Types.TryGetValue(name, out SearchFieldType type))
        {
            return type;
        }

        return name.StartsWith(CustomAttributePrefix, StringComparison.Ordinal) && name.Length > CustomAttributePrefix.Length
            ? SearchFieldType.Any
            : null;
    }

    /// <summary>The documented fields most like a wrong one, to name in an error.</summary>
    /// <param name="name">The field that does not exist.</param>
    /// <returns>Up to three names, the nearest first; empty when none is near.</returns>
    public static IReadOnlyList<string> Nearest(string name) =>
        Types.Keys
            .Select(candidate => (candidate, distance: EditDistance.Between(name, candidate)))
            .Where(pair => pair.distance <= Math.Max(2, name.Length / 3)
                || pair.candidate.EndsWith("." + name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(pair => pair.distance)
            .Take(3)
            .Select(pair => pair.candidate)
            .ToList();
}
