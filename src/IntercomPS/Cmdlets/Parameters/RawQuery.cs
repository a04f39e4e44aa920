using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Querying;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Reads the raw query of a parameter: JSON, or hashtables and arrays.</summary>
internal static class RawQuery
{
    /// <summary>Reads and checks a query for conversations.</summary>
    /// <param name="value">The parameter's value.</param>
    /// <returns>The query.</returns>
    /// <exception cref="InvalidQueryException">It is no query, or none that Intercom takes.</exception>
    public static QueryNode Read(object value) => Read(value, QueryLimits.Validate);

    /// <summary>Reads and checks a query.</summary>
    /// <param name="value">The parameter's value.</param>
    /// <param name="validate">Throws for what Intercom does not take.</param>
    /// <returns>The query.</returns>
    /// <exception cref="InvalidQueryException">It is no query, or none that Intercom takes.</exception>
    public static QueryNode Read(object value, Action<QueryNode> validate)
    {
        object? plain = Unwrap(value);
        QueryNode node = plain is string json ? QueryJson.Parse(json) : QueryJson.FromPlain(plain);
        validate(node);
        return node;
    }

    /// <summary>The engine wraps values that went through a pipeline or a script; underneath are plain ones.</summary>
    private static object? Unwrap(object? value)
    {
        object? inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        return inner switch
        {
            string => inner,
            IDictionary map => map.Keys.Cast<object>().ToDictionary(key => key.ToString() ?? string.Empty, key => Unwrap(map[key])),
            PSCustomObject => PSObject.AsPSObject(value!).Properties.ToDictionary(property => property.Name, property => Unwrap(property.Value)),
            IEnumerable items => items.Cast<object?>().Select(Unwrap).ToList(),
            _ => inner,
        };
    }
}
