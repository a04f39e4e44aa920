using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Names;

namespace IntercomPS.Querying.Fields;

/// <summary>Every field that a condition can look at, by the API's name, the object's property or the export's column.</summary>
internal static class ConversationFields
{
    /// <summary>The attribute in which Intercom keeps the CX score.</summary>
    public const string CxScoreAttribute = "CX Score rating";

    /// <summary>The attribute in which Intercom keeps the explanation of the CX score.</summary>
    public const string CxScoreExplanationAttribute = "CX Score explanation";

    /// <summary>All fields but the workspace's own attributes, in the order of the API's table, those that only the client knows last.</summary>
    public static IReadOnlyList<ConversationField> All { get; } =
    [
        .. ConversationOwnFields.All, .. ConversationSourceFields.All, .. ConversationStatisticsFields.All,
        .. ConversationOutcomeFields.All, .. ConversationNameFields.All,
    ];

    // Below All, which it reads: static members are initialized in the order of the text.
    private static readonly Dictionary<string, ConversationField> ByKey = Index();

    /// <summary>Finds a field by any of its names.</summary>
    /// <param name="name">The name; letter case, underscores and dots aside, but for an attribute's exact name behind "custom_attributes.".</param>
    /// <returns>The field, or null where there is none.</returns>
    public static ConversationField? Find(string name)
    {
        int dot = name.IndexOf('.');
        return dot > 0 && KeyOf(name.Substring(0, dot)) == "customattributes"
            ? name.Length > dot + 1 ? Attribute(name.Substring(dot + 1)) : null
            : ByKey.TryGetValue(KeyOf(name), out ConversationField? field) ? field : null;
    }

    /// <summary>Finds a field that must be there.</summary>
    /// <param name="name">One of its names.</param>
    /// <returns>The field.</returns>
    public static ConversationField Get(string name) =>
        Find(name) ?? throw new ArgumentException($"There is no field '{name}'.", nameof(name));

    /// <summary>An attribute of the workspace.</summary>
    /// <param name="name">Its exact name, capitals and spaces included.</param>
    /// <returns>The field; for those of the CX score that of the score itself, since Intercom documents no filter for them.</returns>
    public static ConversationField Attribute(string name) => name switch
    {
        CxScoreAttribute => Get("cx_score"),
        CxScoreExplanationAttribute => Get("cx_score_explanation"),
        _ => new ConversationField(SearchField.CustomAttributePrefix + name, FieldKind.Attribute)
        {
            Read = conversation => conversation.CustomAttributes.TryGetValue(name, out object? value) ? FieldValue.Of(value) : null,
        },
    };

    /// <summary>The fields most like a wrong name, to name in an error.</summary>
    /// <param name="name">The name that no field has.</param>
    /// <returns>Up to three names, the nearest first; empty when none is near.</returns>
    public static IReadOnlyList<string> Nearest(string name)
    {
        string key = KeyOf(name);
        return NearestNames.Of(
            key, NamesOf(All), KeyOf, tolerance: 1, candidate => key.Length > 2 && candidate.EndsWith(key, StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesOf(IEnumerable<ConversationField> fields) =>
        fields.SelectMany(field => new[] { field.Name }.Concat(field.Aliases));

    private static Dictionary<string, ConversationField> Index()
    {
        var index = new Dictionary<string, ConversationField>(StringComparer.Ordinal);
        foreach (ConversationField field in All)
        {
            foreach (string name in NamesOf([field]))
            {
                index[KeyOf(name)] = field;
            }
        }

        return index;
    }

    private static string KeyOf(string name) => name.Replace("_", string.Empty).Replace(".", string.Empty).ToLowerInvariant();
}
