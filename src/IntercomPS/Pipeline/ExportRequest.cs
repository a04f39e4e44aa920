using IntercomPS.Export;

namespace IntercomPS.Pipeline;

/// <summary>An export as a command asks for it.</summary>
internal sealed record ExportRequest
{
    /// <summary>What to export where.</summary>
    public required ExportOptions Options { get; init; }

    /// <summary>Whether email addresses that conversations lack stay empty.</summary>
    public bool NoContactLookup { get; init; }

    /// <summary>How many threads are fetched at once, at most.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>Whether it is an error when something is missing.</summary>
    public bool Strict { get; init; }

    /// <summary>The bound that the search itself has: the first second, Unix, of whose beginnings nothing is wanted; null where it has none.</summary>
    public long? CreatedBefore { get; init; }
}
