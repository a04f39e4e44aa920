namespace IntercomPS.Client;

/// <summary>How a search is read.</summary>
internal sealed record SearchSettings
{
    /// <summary>How many conversations are wanted; null for all.</summary>
    public long? First { get; init; }

    /// <summary>Whether the second page is asked for before it is known how many conversations there are.</summary>
    public bool LooksAheadAtOnce { get; init; } = true;

    /// <summary>How many conversations are asked for at once; searches that are read side by side share what they learn of it.</summary>
    public PageSizes Sizes { get; init; } = new();
}
