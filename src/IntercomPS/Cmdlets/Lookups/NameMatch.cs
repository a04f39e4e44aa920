using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Querying.Names;
using IntercomPS.Text;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>A name that a person gave, with or without wildcards, against the names that there are.</summary>
internal sealed class NameMatch
{
    private readonly WildcardPattern? _pattern;

    public NameMatch(string name)
    {
        Name = name;
        _pattern = Parse(name);
    }

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Whether it may match several, and nothing.</summary>
    public bool IsPattern => _pattern is not null;

    /// <summary>Whether a name is the one given, letter for letter but for capitals, or matches its wildcards.</summary>
    /// <param name="candidate">The name; null matches nothing.</param>
    /// <returns>True when it does.</returns>
    /// <remarks>A tag can be called "[x]": a name is itself before it is a pattern.</remarks>
    public bool IsMatch(string? candidate) =>
        candidate is not null && (string.Equals(candidate, Name, StringComparison.OrdinalIgnoreCase) || _pattern?.IsMatch(candidate) == true);

    /// <returns>The pattern; null where the name has no wildcards, or such as make no pattern.</returns>
    private static WildcardPattern? Parse(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return null;
        }

        try
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            pattern.IsMatch(string.Empty); // it is looked at here for the first time
            return pattern;
        }
        catch (WildcardPatternException)
        {
            return null; // "a [draft" is a name like any other
        }
    }

    /// <summary>Says which names come near one that does not exist.</summary>
    /// <param name="name">The name that does not exist.</param>
    /// <param name="names">The names that there are.</param>
    /// <returns>A sentence.</returns>
    public static string Hint(string name, IEnumerable<string> names)
    {
        List<string> nearest = NearestNames.Ranked(name, names, count: 3).Select(candidate => $"'{TerminalText.Sanitize(candidate)}'").ToList();
        return nearest.Count == 0 ? "There is none at all." : $"The nearest names are: {string.Join(", ", nearest)}.";
    }
}
