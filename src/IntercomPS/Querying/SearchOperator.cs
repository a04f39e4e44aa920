using System;
using System.Collections.Generic;

namespace IntercomPS.Querying;

/// <summary>The operators of Intercom's search and the types that take them.</summary>
/// <remarks>Source: "Search query structure" of the operation searchConversations, API 2.15.</remarks>
internal static class SearchOperator
{
    public const string EqualTo = "=";
    public const string NotEqualTo = "!=";
    public const string In = "IN";
    public const string NotIn = "NIN";
    public const string GreaterThan = ">";
    public const string LessThan = "<";
    public const string Contains = "~";
    public const string NotContains = "!~";
    public const string StartsWith = "^";
    public const string EndsWith = "$";

    private static readonly string[] Equality = [EqualTo, NotEqualTo, In, NotIn];
    private static readonly string[] Ordered = [EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan];
    private static readonly string[] Textual = [EqualTo, NotEqualTo, In, NotIn, Contains, NotContains, StartsWith, EndsWith];
    private static readonly string[] All = [EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan, Contains, NotContains, StartsWith, EndsWith];

    /// <summary>The operators that a field of a type takes.</summary>
    /// <param name="type">The field's type.</param>
    /// <returns>The operators as the API spells them.</returns>
    public static IReadOnlyList<string> For(SearchFieldType type) => type switch
    {
        SearchFieldType.String => Textual,
        SearchFieldType.Integer or SearchFieldType.Date => Ordered,
        SearchFieldType.Boolean => Equality,
        _ => All,
    };

    /// <summary>Whether the API knows the operator at all.</summary>
    /// <param name="name">The operator as it was written.</param>
    /// <returns>True when any type takes it.</returns>
    public static bool Exists(string name) => Array.IndexOf(All, name) >= 0;

    /// <summary>Whether the operator takes an array of values.</summary>
    /// <param name="name">The operator as the API spells it.</param>
    /// <returns>True for IN and NIN.</returns>
    public static bool TakesList(string name) => name is In or NotIn;
}
