using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.Querying.Names;
using IntercomPS.Text;

namespace IntercomPS.Reporting;

/// <summary>Finds the datasets and attributes that a user asked for, among those that Intercom lists.</summary>
internal static class ReportingChoice
{
    /// <summary>Finds datasets by id or name.</summary>
    /// <param name="name">The id or name in any case, with * and ? as wildcards.</param>
    /// <param name="datasets">All datasets.</param>
    /// <returns>Those that fit; one whose id is exactly the name goes before all others.</returns>
    /// <exception cref="ReportingException">None fits, and the name has no wildcard.</exception>
    public static IReadOnlyList<ReportingDataset> FindDatasets(string name, IReadOnlyList<ReportingDataset> datasets)
    {
        if (NamePattern.HasWildcard(name))
        {
            Regex pattern = NamePattern.ToRegex(name, RegexOptions.IgnoreCase);
            return datasets.Where(dataset => pattern.IsMatch(dataset.Id) || pattern.IsMatch(dataset.Name ?? string.Empty)).ToList();
        }

        List<ReportingDataset> found = datasets.Where(dataset => Same(dataset.Id, name)).ToList();
        found = found.Count > 0 ? found : datasets.Where(dataset => Same(dataset.Name, name)).ToList();
        return found.Count > 0 ? found : throw DatasetNotFound(name, datasets);
    }

    /// <summary>Finds the one dataset of an export.</summary>
    /// <param name="name">Its id or name, in any case.</param>
    /// <param name="datasets">All datasets.</param>
    /// <returns>The dataset.</returns>
    /// <exception cref="ReportingException">There is none of that name, or more than one.</exception>
    public static ReportingDataset FindDataset(string name, IReadOnlyList<ReportingDataset> datasets)
    {
        IReadOnlyList<ReportingDataset> found = FindDatasets(name, datasets);
        return found.Count == 1 ? found[0] : throw DatasetNotFound(name, datasets);
    }

    /// <summary>Finds attributes by id or name.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="names">Ids, qualified ids or names in any case, with * and ? as wildcards; none for all attributes.</param>
    /// <returns>The attributes in the order asked for, each once.</returns>
    /// <exception cref="ReportingException">A name fits no attribute, or one without wildcards fits several.</exception>
    public static IReadOnlyList<ReportingAttribute> FindAttributes(ReportingDataset dataset, IReadOnlyList<string> names)
    {
        IEnumerable<ReportingAttribute> found = names.Count == 0 ? dataset.Attributes : names.SelectMany(name => FindAttribute(dataset, name));
        List<ReportingAttribute> chosen = found.GroupBy(attribute => attribute.Key, StringComparer.Ordinal).Select(same => same.First()).ToList();
        return chosen.Count > 0 ? chosen : throw new ReportingException(
            ReportingProblem.UnknownAttribute, $"The dataset '{Shown(dataset.Id)}' has no attributes that could be exported.", dataset.Id);
    }

    private static IReadOnlyList<ReportingAttribute> FindAttribute(ReportingDataset dataset, string name)
    {
        IReadOnlyList<ReportingAttribute> found;
        if (NamePattern.HasWildcard(name))
        {
            Regex pattern = NamePattern.ToRegex(name, RegexOptions.IgnoreCase);
            found = dataset.Attributes.Where(attribute => NamesOf(attribute).Any(pattern.IsMatch)).ToList();
        }
        else
        {
            // What is unique comes first: an id can be another attribute's name.
            found = Exact(dataset, attribute => attribute.QualifiedId, name);
            found = found.Count > 0 ? found : Exact(dataset, attribute => attribute.Id, name);
            found = found.Count > 0 ? found : Exact(dataset, attribute => attribute.Name, name);
            CheckUnambiguous(name, found);
        }

        return found.Count > 0 ? found : throw UnknownAttribute(dataset, name);
    }

    private static List<ReportingAttribute> Exact(ReportingDataset dataset, Func<ReportingAttribute, string?> key, string name) =>
        dataset.Attributes.Where(attribute => Same(key(attribute), name)).ToList();

    private static void CheckUnambiguous(string name, IReadOnlyList<ReportingAttribute> found)
    {
        string[] keys = found.Select(attribute => attribute.Key).Distinct(StringComparer.Ordinal).ToArray();
        if (keys.Length > 1)
        {
            throw new ReportingException(
                ReportingProblem.AmbiguousAttribute,
                $"'{name}' fits several attributes: {Shown(string.Join(", ", keys))}. Give one of these.",
                name);
        }
    }

    private static IEnumerable<string> NamesOf(ReportingAttribute attribute) =>
        new[] { attribute.QualifiedId, attribute.Id, attribute.Name }.Where(name => !string.IsNullOrEmpty(name)).Select(name => name!);

    private static bool Same(string? first, string second) => string.Equals(first, second.Trim(), StringComparison.OrdinalIgnoreCase);

    private static ReportingException DatasetNotFound(string name, IReadOnlyList<ReportingDataset> datasets)
    {
        string nearest = Nearest(name, datasets.Select(dataset => dataset.Id));
        return new ReportingException(
            ReportingProblem.DatasetNotFound,
            $"There is no dataset '{name}'. The nearest are: {Shown(nearest)}. Get-IntercomReportingDataset lists them all.",
            name);
    }

    private static ReportingException UnknownAttribute(ReportingDataset dataset, string name)
    {
        string nearest = Nearest(name, dataset.Attributes.SelectMany(NamesOf));
        return new ReportingException(
            ReportingProblem.UnknownAttribute,
            $"The dataset '{Shown(dataset.Id)}' has no attribute '{name}'. The nearest are: {Shown(nearest)}. "
            + $"(Get-IntercomReportingDataset {Shown(dataset.Id)}).Attributes lists them all.",
            name);
    }

    private static string Nearest(string sought, IEnumerable<string> names) =>
        string.Join(", ", NearestNames.Ranked(sought.Trim('*', '?', ' '), names, count: 5).Select(name => $"'{name}'"));

    /// <summary>Attributes are named by people, customers' companies among them.</summary>
    private static string Shown(string text) => TerminalText.Sanitize(text);
}
