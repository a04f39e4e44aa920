using System;
using System.Linq;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client.Slicing;

/// <summary>What the slices of one reading have in common.</summary>
internal sealed class SliceContext
{
    private const int MaximumSideBySide = 12;
    private const int FewestPages = 3;
    private const int MostPages = 8;

    /// <summary>How many pages a second can be taken, at the most: what goes on side by side beyond that only waits.</summary>
    private const int PagesTakenPerSecond = 100;

    /// <summary>The last page of a slice is rarely full, and a slice that has a little more than was expected takes one more.</summary>
    private const int Spare = SearchPageRequest.MaximumPageSize / 5;

    /// <summary>Makes it.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plan">What is read.</param>
    /// <param name="reading">Which part of it, and how.</param>
    public SliceContext(IntercomClient client, QueryPlan plan, PlanReading reading)
    {
        Client = client;
        Plan = plan;
        Reading = reading;
        Whole = new TimeSlice(From: null, Before: reading.After?.CreatedAt + 1 ?? reading.CreatedBefore);
        Span = new CreationSpan(client, plan);
        Budget = new ReadAheadBudget(() => SideBySide * FewestPages * SearchPageRequest.MaximumPageSize);
        IsCuttable = plan.Sort.IsStable
            && !(reading.First <= SliceCutter.MaximumRows)
            && plan.Searches.All(search => new TimeSlice(From: 0, Before: 1).TryNarrow(search.Filter) is not null);
    }

    public IntercomClient Client { get; }

    public QueryPlan Plan { get; }

    public PlanReading Reading { get; }

    /// <summary>The slice that all the others are parts of.</summary>
    public TimeSlice Whole { get; }

    /// <summary>Whether large slices may be cut: conversations come by when they began, all are wanted or very many, and the questions have room for bounds.</summary>
    public bool IsCuttable { get; }

    /// <summary>How many slices are read side by side: as many as hide the latency, and no more than can be under way, as the governor sees it.</summary>
    public int SideBySide
    {
        get
        {
            int hiding = 1 + (int)Math.Ceiling(PagesTakenPerSecond * (Client.Latency ?? TimeSpan.Zero).TotalSeconds);
            return Math.Max(1, Math.Min(Math.Min(MaximumSideBySide, hiding), Math.Min(Reading.ThrottleLimit, Client.Concurrency)));
        }
    }

    /// <summary>
    /// How many conversations a slice is meant to have. Few slices side by side are long, for each ends with a page that
    /// is not full; many are short, for all but the first wait for their turn in memory; and of the last one that a
    /// limited number of conversations takes, not all is wanted.
    /// </summary>
    public int RowsOfSlice
    {
        get
        {
            int pages = Reading.First is null ? Math.Min(MostPages, MaximumSideBySide * FewestPages / SideBySide) : FewestPages;
            return (Math.Max(FewestPages, pages) * SearchPageRequest.MaximumPageSize) - Spare;
        }
    }

    /// <summary>Between which moments the conversations began.</summary>
    public CreationSpan Span { get; }

    /// <summary>How many conversations may wait.</summary>
    public ReadAheadBudget Budget { get; }

    /// <summary>How many are asked for at once.</summary>
    public PageSizes Sizes { get; } = new();
}
