using System;
using System.Linq;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client.Slicing;

/// <summary>What the slices of one reading have in common.</summary>
internal sealed class SliceContext
{
    /// <summary>How many pages of conversations may wait for their turn.</summary>
    private const int PagesAhead = 48;

    private const int MaximumSideBySide = 16;
    private const int FewestPages = 3;
    private const int MostPages = 8;

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

    /// <summary>How many slices are read side by side: no more than can be under way, as the governor sees it.</summary>
    public int SideBySide => Math.Max(1, Math.Min(Math.Min(MaximumSideBySide, Reading.ThrottleLimit), Client.Concurrency));

    /// <summary>
    /// How many conversations a slice is meant to have: as many as can wait of all that are read side by side. Few at a
    /// time have long slices, which end with fewer pages that are not full.
    /// </summary>
    public int RowsOfSlice =>
        (Math.Max(FewestPages, Math.Min(MostPages, PagesAhead / SideBySide)) * SearchPageRequest.MaximumPageSize) - Spare;

    /// <summary>Between which moments the conversations began.</summary>
    public CreationSpan Span { get; }

    /// <summary>How many conversations may wait.</summary>
    public ReadAheadBudget Budget { get; } = new(PagesAhead * SearchPageRequest.MaximumPageSize);

    /// <summary>How many are asked for at once.</summary>
    public PageSizes Sizes { get; } = new();
}
