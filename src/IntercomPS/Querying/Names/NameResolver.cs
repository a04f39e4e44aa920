using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Names;

/// <summary>Puts ids in the place of the names in a condition.</summary>
internal sealed class NameResolver
{
    private const string Unassigned = "None";

    private readonly INameDirectory _directory;

    public NameResolver(INameDirectory directory)
    {
        _directory = directory;
    }

    /// <summary>Whether a condition has names in it.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>True when it must be resolved before it can be planned.</returns>
    public static bool IsNeeded(Condition condition) => ConditionRewriting.Comparisons(condition).Any(HasNames);

    /// <summary>Resolves a condition's names.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The condition with ids.</returns>
    /// <exception cref="InvalidQueryException">The workspace has no such name.</exception>
    public async Task<Condition> ResolveAsync(Condition condition, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<Comparison, Condition>();
        foreach (Comparison comparison in ConditionRewriting.Comparisons(condition).Where(HasNames))
        {
            resolved[comparison] = await ResolveAsync(comparison, cancellationToken).ConfigureAwait(false);
        }

        return ConditionRewriting.Replace(condition, comparison => resolved.TryGetValue(comparison, out Condition? ids) ? ids : comparison);
    }

    private static bool HasNames(Comparison comparison) => comparison.Field.Kind is FieldKind.Name or FieldKind.Email;

    private async Task<Condition> ResolveAsync(Comparison comparison, CancellationToken cancellationToken)
    {
        comparison.CheckPatterns();
        IReadOnlyList<WorkspaceName> names = comparison.Field.Names is { } kind
            ? await _directory.ListAsync(kind, cancellationToken).ConfigureAwait(false)
            : Array.Empty<WorkspaceName>();
        var ids = new List<object?>();
        foreach (object? value in comparison.Values)
        {
            IEnumerable<string?> found = await FindAsync(FieldValue.TextOf(value), names, comparison, cancellationToken).ConfigureAwait(false);
            ids.AddRange(found.Select(id => Id(comparison.Field.Target!, id)));
        }

        return ids.Count == 0
            ? AnyOf.Nothing
            : comparison with { Field = comparison.Field.Target!, Operator = ComparisonOperator.EqualTo, Values = ids };
    }

    private async Task<IEnumerable<string?>> FindAsync(
        string? text, IReadOnlyList<WorkspaceName> names, Comparison comparison, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return [null];
        }

        if (comparison.Field.Kind == FieldKind.Email)
        {
            return await ContactsAsync(text, comparison, cancellationToken).ConfigureAwait(false);
        }

        return comparison.Operator == ComparisonOperator.Like ? Fitting(names, text) : Named(names, text, comparison);
    }

    /// <summary>Nobody is 0 for those it is assigned to, and missing for tags and contacts.</summary>
    private static object? Id(ConversationField target, string? id) => target.Kind != FieldKind.Assignee ? id
        : id is null ? 0L
        : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : throw new InvalidQueryException($"'{id}' is no id that {target} can have: it wants a whole number.");

    private async Task<IReadOnlyList<string>> ContactsAsync(string email, Comparison comparison, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> ids = await _directory.FindContactIdsAsync(email, cancellationToken).ConfigureAwait(false);
        return ids.Count > 0 ? ids : throw comparison.Error($"The workspace has no contact with the email address '{email}'.");
    }

    private static IEnumerable<string?> Fitting(IReadOnlyList<WorkspaceName> names, string pattern)
    {
        WildcardPattern wildcard = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

        // '*e*' is meant for names: nearly every address has an e.
        bool isAddress = pattern.Contains('@');
        return names.Where(name => wildcard.IsMatch(name.Name) || (isAddress && name.Email is { } email && wildcard.IsMatch(email))).Select(name => name.Id);
    }

    /// <summary>Several can have one name. An id is taken where no name is the same.</summary>
    private static IReadOnlyList<string?> Named(IReadOnlyList<WorkspaceName> names, string text, Comparison comparison)
    {
        IReadOnlyList<string> ids = NamedIds.Find(names, text);
        if (ids.Count > 0)
        {
            return ids;
        }

        bool isNobody = comparison.Field.Target!.Kind == FieldKind.Assignee
            && (text.Equals(Unassigned, StringComparison.OrdinalIgnoreCase) || text == "0");
        return isNobody ? [null] : throw comparison.Error(NamedIds.Unknown(names, text, comparison.Field.Names!.Value));
    }
}
