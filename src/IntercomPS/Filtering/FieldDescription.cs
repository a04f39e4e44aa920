using System.Collections;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Says in words what a field is and what a value is.</summary>
internal static class FieldDescription
{
    /// <summary>What a field holds and how it is written.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Such as "a whole number".</returns>
    public static string Of(ConversationField field) => field.Kind switch
    {
        FieldKind.Id => "an id",
        FieldKind.Word => field.Words.Count > 0 ? "one of the words " + string.Join(", ", field.Words) : "a word",
        FieldKind.Integer => "a whole number",
        FieldKind.Time => "a time",
        FieldKind.Duration => "a length of time",
        FieldKind.Boolean => "$true or $false",
        FieldKind.Assignee => "the id of an admin or team, 0 where unassigned",
        FieldKind.Attribute => "an attribute of the workspace",
        FieldKind.Name => "a name",
        FieldKind.Email => "an email address",
        _ => "a text",
    };

    /// <summary>The operators of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>A sentence.</returns>
    public static string OperatorsOf(ConversationField field) =>
        $"'{field.Name}' is {Of(field)} and takes {string.Join(" ", field.Operators)}.";

    /// <summary>What kind of value something is, without the value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Such as "a text".</returns>
    public static string OfValue(object? value) => value switch
    {
        null => "$null",
        string => "this text",
        WrittenNumber => "this number",
        bool => "a boolean",
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => "this number",
        IDictionary => "a hashtable",
        IEnumerable => "a list",
        _ => "a value of the type " + value.GetType().FullName,
    };

    /// <summary>The names most like a wrong one.</summary>
    /// <param name="names">The names.</param>
    /// <returns>A question with a blank before it; empty without names.</returns>
    public static string DidYouMean(IReadOnlyList<string> names) =>
        names.Count == 0 ? string.Empty : $" Did you mean {string.Join(" or ", names.Select(name => $"'{name}'"))}?";

    /// <summary>The words most like a wrong one.</summary>
    /// <param name="words">All words.</param>
    /// <param name="wrong">The wrong one.</param>
    /// <returns>At most one word.</returns>
    public static IReadOnlyList<string> Nearest(IEnumerable<string> words, string wrong) =>
        [.. words.Select(word => (word, distance: EditDistance.Between(word, wrong)))
            .Where(pair => pair.distance <= System.Math.Max(1, pair.word.Length / 3))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .Take(1)];
}
