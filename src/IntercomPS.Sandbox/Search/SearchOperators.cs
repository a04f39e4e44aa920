using System.Collections.Generic;

namespace IntercomPS.Sandbox.Search;

/// <summary>Which operator takes which type (OpenAPI 2.16, searchConversations, "Accepted Operators").</summary>
internal static class SearchOperators
{
    public const string EqualTo = "=";
    public const string NotEqualTo = "!=";
    public const string In = "IN";
    public const string NotIn = "NIN";
    public const string Greater = ">";
    public const string Lower = "<";
    public const string Contains = "~";
    public const string NotContains = "!~";
    public const string StartsWith = "^";
    public const string EndsWith = "$";

    private static readonly string[] ForAll = [EqualTo, NotEqualTo, In, NotIn];
    private static readonly string[] ForOrdered = [.. ForAll, Greater, Lower];
    private static readonly string[] ForText = [.. ForAll, Contains, NotContains, StartsWith, EndsWith];
    private static readonly string[] ForCustom = [.. ForOrdered, Contains, NotContains, StartsWith, EndsWith];

    public static IReadOnlyList<string> Of(FieldType type) => type switch
    {
        FieldType.Text => ForText,
        FieldType.Number or FieldType.Date => ForOrdered,
        FieldType.Custom => ForCustom,
        _ => ForAll,
    };

    public static bool TakesArray(string name) => name is In or NotIn;
}
