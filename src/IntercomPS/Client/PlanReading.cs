using System;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client;

/// <summary>Which part of what a plan finds is read, in which manner, and who is told of it.</summary>
internal sealed record PlanReading
{
    /// <summary>All of it, told to nobody.</summary>
    public static PlanReading Whole { get; } = new();

    /// <summary>How many conversations are wanted; null for all.</summary>
    public long? First { get; init; }

    /// <summary>The first second, Unix, of whose beginnings nothing is read, so that what is created during the run is left out; null for no such bound.</summary>
    public long? CreatedBefore { get; init; }

    /// <summary>The conversation after which reading begins, in the order of <see cref="InExactOrder"/>; null for the beginning.</summary>
    public ConversationPosition? After { get; init; }

    /// <summary>
    /// Whether conversations come strictly in the order of creation, ids deciding among those of one second, whatever
    /// order the server keeps: so that a place among them can be gone on from. The plan's order must be that of creation.
    /// </summary>
    public bool InExactOrder { get; init; }

    /// <summary>How many parts of a large result are read side by side, at most.</summary>
    public int ThrottleLimit { get; init; } = ConversationFetcher.DefaultThrottleLimit;

    /// <summary>Told of each conversation that the server returns, also of those that do not match, on any thread: once of each that one search of the plan finds in the order of creation; null where nobody wants to know.</summary>
    public Action<Conversation>? Observed { get; init; }

    /// <summary>
    /// Told how many conversations of a part the server counts but did not return, on any thread; null where nobody wants
    /// to know. Only parts of results in the order of creation are counted, and one whose count fits tells nothing.
    /// </summary>
    public Action<long>? Unaccounted { get; init; }

    /// <summary>Told of the plan to fall back on, once the server refused the other; null where nobody wants to know.</summary>
    public Action<QueryPlan>? FellBack { get; init; }

    /// <summary>Whether a conversation comes after the one that reading begins behind.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>True when it does, and where reading begins at the beginning.</returns>
    public bool IsBehindStart(Conversation conversation) => After is not { } after || ConversationPosition.Of(conversation).IsBehind(after);
}
