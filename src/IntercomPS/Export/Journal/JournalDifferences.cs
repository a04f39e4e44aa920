using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace IntercomPS.Export.Journal;

/// <summary>Tells in what an export differs from the one that a journal is of.</summary>
internal static class JournalDifferences
{
    private const int LongestQuote = 300;
    private const int UnixLength = 10;

    private static readonly Regex Time = new(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|(?<!\d)\d{10}(?!\d)", RegexOptions.CultureInvariant);

    /// <summary>Tells.</summary>
    /// <param name="begun">What the journal says.</param>
    /// <param name="now">What is asked for now.</param>
    /// <returns>A sentence for each difference; empty where the export can be gone on with.</returns>
    public static IReadOnlyList<string> Between(JournalHeader begun, JournalHeader now)
    {
        (ExportSubject was, ExportSubject wanted) = (begun.Subject, now.Subject);
        var differences = new List<string>();
        Compare("workspace", was.WorkspaceId ?? "unknown", wanted.WorkspaceId ?? "unknown");
        Compare("API version", was.ApiVersion, wanted.ApiVersion);
        if (!(was.Searches ?? []).SequenceEqual(wanted.Searches ?? []))
        {
            differences.Add(OfQuery(was.Searches ?? [], wanted.Searches ?? []));
        }

        Compare("columns", string.Join(", ", was.Columns), string.Join(", ", wanted.Columns));
        Compare("format", was.Format.ToString(), wanted.Format.ToString());
        Compare("choice of -IncludeParts", was.IncludeParts.ToString(), wanted.IncludeParts.ToString());
        Compare("look-up of email addresses", was.LooksUpContacts.ToString(), wanted.LooksUpContacts.ToString());
        Compare("choice of -Manifest", begun.Manifest.ToString(), now.Manifest.ToString());
        return differences;

        void Compare(string what, string before, string after)
        {
            if (before != after)
            {
                differences.Add($"The {what} was {Quote(before)}, and is {Quote(after)} now.");
            }
        }
    }

    private static string OfQuery(IReadOnlyList<ExportSearch> was, IReadOnlyList<ExportSearch> wanted)
    {
        (string before, string after) = FirstDifference(was, wanted);
        if (Time.Replace(before, string.Empty) != Time.Replace(after, string.Empty))
        {
            return $"The query was {Quote(before)}, and is {Quote(after)} now.";
        }

        IEnumerable<string> moved = Times(before).Zip(Times(after), (first, second) => (first, second))
            .Where(pair => pair.first != pair.second)
            .Select(pair => $"{pair.first} was asked for, and {pair.second} is now")
            .Distinct();
        return $"The query differs in its times: {string.Join("; ", moved)}. A time that is reckoned from the present, such as (Get-Date).AddDays(-1), "
            + "is another one in each run: give a fixed one, such as [DateTime]::Today.AddDays(-1).";
    }

    /// <summary>Of a search whose check alone differs, the check; it also names times as a person does.</summary>
    private static (string Before, string After) FirstDifference(IReadOnlyList<ExportSearch> was, IReadOnlyList<ExportSearch> wanted)
    {
        if (was.Count != wanted.Count)
        {
            return (string.Join(" ", was.Select(TextOf)), string.Join(" ", wanted.Select(TextOf)));
        }

        (ExportSearch first, ExportSearch second) = was.Zip(wanted, (before, after) => (before, after)).First(pair => pair.before != pair.after);
        return first.Check is { } check && second.Check is { } other && check != other ? (check, other) : (first.Query, second.Query);
    }

    private static string TextOf(ExportSearch search) => search.Check is null ? search.Query : $"{search.Query} {search.Check}";

    private static IEnumerable<string> Times(string text) => Time.Matches(text).Cast<Match>().Select(match => match.Length == UnixLength
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        : match.Value);

    private static string Quote(string text) => text.Length <= LongestQuote ? $"'{text}'" : $"'{text.Substring(0, LongestQuote)}...'";
}
