using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>Writes conditions and plans briefly, for tables of them.</summary>
internal static class PlannedText
{
    public static Comparison Eq(string field, params object?[] values) => new(ConversationFields.Get(field), ComparisonOperator.EqualTo, values);

    public static Condition Ne(string field, params object?[] values) => new Negation(Eq(field, values));

    public static Comparison Lt(string field, object value) => new(ConversationFields.Get(field), ComparisonOperator.LessThan, [value]);

    public static Comparison Le(string field, object value) => new(ConversationFields.Get(field), ComparisonOperator.AtMost, [value]);

    public static Comparison Gt(string field, object value) => new(ConversationFields.Get(field), ComparisonOperator.GreaterThan, [value]);

    public static Comparison Ge(string field, object value) => new(ConversationFields.Get(field), ComparisonOperator.AtLeast, [value]);

    public static Comparison Like(string field, params object?[] patterns) => new(ConversationFields.Get(field), ComparisonOperator.Like, patterns);

    public static Condition NotLike(string field, params object?[] patterns) => new Negation(Like(field, patterns));

    public static Condition All(params Condition[] parts) => new AllOf(parts);

    public static Condition Any(params Condition[] parts) => new AnyOf(parts);

    public static Condition Not(Condition part) => new Negation(part);

    public static object?[] Numbers(int first, int count) => Enumerable.Range(first, count).Select(number => (object?)(long)number).ToArray();

    public static object?[] Texts(int first, int count) => Enumerable.Range(first, count).Select(number => (object?)$"{number}").ToArray();

    /// <summary>Each search as its JSON, then " ? " and what is checked here.</summary>
    public static IReadOnlyList<string> Of(Condition condition) => Of(QueryPlan.Of(condition, ConversationSort.NewestFirst));

    public static IReadOnlyList<string> Of(QueryPlan plan) => plan.Searches.Select(search => Short(search.Filter) + (search.IsChecked ? " ? " + ConditionText.Of(search.Check) : "")).ToList();

    /// <summary>Groups as [AND …] and [OR …], filters as field operator value: shorter than the JSON, and as exact.</summary>
    private static string Short(QueryNode node) => node is QueryGroup group
        ? $"[{group.Operator} {string.Join(", ", group.Nodes.Select(Short))}]"
        : ShortFilter((QueryFilter)node);

    private static string ShortFilter(QueryFilter filter)
    {
        using var json = System.Text.Json.JsonDocument.Parse(QueryJson.ToText(filter));
        System.Text.Json.JsonElement root = json.RootElement;
        return $"{root.GetProperty("field").GetString()} {root.GetProperty("operator").GetString()} {root.GetProperty("value").GetRawText()}";
    }
}
