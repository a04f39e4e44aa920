using System;
using System.Collections.Generic;
using IntercomPS.Export;

namespace IntercomPS;

/// <summary>An export that was to be complete lacks something; its files are there.</summary>
public sealed class ExportIncompleteException : Exception
{
    internal ExportIncompleteException(ExportSummary summary, IReadOnlyList<MissingContent> missing)
        : base(Describe(summary, missing))
    {
        Summary = summary;
    }

    /// <summary>What the export did all the same.</summary>
    public ExportSummary Summary { get; }

    private static string Describe(ExportSummary summary, IReadOnlyList<MissingContent> missing)
    {
        string where = summary.ManifestPath is { } manifest ? $"The manifest '{manifest}' names them" : "With -Manifest, a file beside it names them";
        return $"The export '{summary.Path}' was written, but it is not complete. {string.Join(" ", Messages(missing))} {where}.";
    }

    private static IEnumerable<string> Messages(IReadOnlyList<MissingContent> missing)
    {
        foreach (MissingContent content in missing)
        {
            yield return content.Message;
        }
    }
}
