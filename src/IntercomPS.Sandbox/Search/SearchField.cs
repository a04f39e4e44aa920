using System;
using System.Collections.Generic;

namespace IntercomPS.Sandbox.Search;

/// <summary>A field that queries can name, and how to read it; exactly one reader is set.</summary>
internal sealed class SearchField<T>
{
    public SearchField(string name, FieldType type)
    {
        Name = name;
        Type = type;
        Operators = SearchOperators.Of(type);
    }

    public string Name { get; }

    public FieldType Type { get; }

    public Func<T, string?>? Text { get; init; }

    public Func<T, IEnumerable<string>>? Texts { get; init; }

    public Func<T, long?>? Number { get; init; }

    public Func<T, bool?>? Flag { get; init; }

    public Func<T, object?>? Custom { get; init; }

    /// <summary>Contact dates match by calendar day (OpenAPI 2.16, SearchContacts), conversation dates by the second.</summary>
    public bool MatchesByDay { get; init; }

    /// <summary>The operators that the field takes: by default those of its type.</summary>
    public IReadOnlyList<string> Operators { get; init; }

    /// <summary>Whether a query on the field must be evaluated again when only <c>updated_at</c> moved.</summary>
    public bool DependsOnTouch => Name == "updated_at";
}
