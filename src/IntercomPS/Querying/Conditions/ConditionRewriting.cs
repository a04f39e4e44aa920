using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying.Conditions;

/// <summary>Walks through conditions.</summary>
internal static class ConditionRewriting
{
    /// <summary>Replaces the comparisons in a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="replace">Makes what stands in a comparison's place.</param>
    /// <returns>The new condition.</returns>
    public static Condition Replace(Condition condition, Func<Comparison, Condition> replace) => condition switch
    {
        AllOf all => new AllOf(all.Parts.Select(part => Replace(part, replace)).ToList()),
        AnyOf any => new AnyOf(any.Parts.Select(part => Replace(part, replace)).ToList()),
        Negation negation => new Negation(Replace(negation.Part, replace)),
        _ => replace((Comparison)condition),
    };

    /// <summary>The comparisons in a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>All of them, in the order in which they were written.</returns>
    public static IEnumerable<Comparison> Comparisons(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Comparisons),
        AnyOf any => any.Parts.SelectMany(Comparisons),
        Negation negation => Comparisons(negation.Part),
        _ => [(Comparison)condition],
    };
}
