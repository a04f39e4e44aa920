using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Fields;
using IntercomPS.Querying.Names;

namespace IntercomPS.Querying;

/// <summary>The fields that a conversation search can filter on.</summary>
/// <remarks>Source: table "Accepted fields" of the operation searchConversations, API 2.16.</remarks>
internal static class SearchField
{
    /// <summary>What stands before the name of a workspace's own attribute.</summary>
    public const string CustomAttributePrefix = "custom_attributes.";

    private static readonly Dictionary<string, SearchFieldType> Types = ConversationFields.All
        .Where(field => field.ServerField is not null)
        .ToDictionary(field => field.ServerField!, TypeOf, StringComparer.Ordinal);

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
        NearestNames.Of(
            name, Types.Keys, candidate => candidate, tolerance: 2, candidate => candidate.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));

    private static SearchFieldType TypeOf(ConversationField field) => field.Kind switch
    {
        FieldKind.Integer or FieldKind.Duration or FieldKind.Assignee => SearchFieldType.Integer,
        FieldKind.Time => SearchFieldType.Date,
        FieldKind.Boolean => SearchFieldType.Boolean,
        _ => SearchFieldType.String,
    };
}
