using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Export;

/// <summary>Something that an export lacks.</summary>
/// <param name="Code">A word for scripts.</param>
/// <param name="Count">Of how many conversations.</param>
/// <param name="Message">What is missing, and why.</param>
internal sealed record MissingContent(string Code, long Count, string Message)
{
    private const int IdsShown = 5;

    /// <summary>Looks for what is missing.</summary>
    /// <param name="tally">What the export has come to.</param>
    /// <returns>What it lacks; empty where it is complete, as far as can be told.</returns>
    public static IReadOnlyList<MissingContent> Of(ExportTally tally)
    {
        var missing = new List<MissingContent>();
        if (tally.Incomplete.Count is > 0 and int threads)
        {
            missing.Add(new MissingContent(
                "parts_missing",
                threads,
                $"{Number(threads)} conversation{(threads == 1 ? " lacks its" : "s lack their")} oldest parts: Intercom returns the 500 most recent ones only. "
                + "The column missing_part_count (-Schema Full) says how many are missing."));
        }

        if (tally.Skipped.Count is > 0 and int skipped)
        {
            string ids = string.Join(", ", tally.Skipped.Take(IdsShown).Select(conversation => conversation.Id)) + (skipped > IdsShown ? ", ..." : string.Empty);
            missing.Add(new MissingContent(
                "conversations_skipped",
                skipped,
                $"{Number(skipped)} conversation{(skipped == 1 ? " was" : "s were")} listed, but not found when asked for, probably deleted meanwhile, and left out: {ids}."));
        }

        if (tally.NotReturned is > 0 and long lacking)
        {
            missing.Add(new MissingContent(
                "conversations_not_returned",
                lacking,
                $"Intercom counts {Number(lacking)} conversation{(lacking == 1 ? string.Empty : "s")} more than it returned. "
                + "Run the export again; if that does not help, ask Intercom."));
        }

        return missing;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
