using System;
using System.Collections.Generic;
using IntercomPS.Querying.Names;

namespace IntercomPS.Sessions;

/// <summary>The names that a session has learnt.</summary>
internal sealed class NameCache
{
    private const int RememberedEmails = 10_000;

    /// <summary>The lists, each fetched whole.</summary>
    public SharedFetches<NameKind, IReadOnlyList<WorkspaceName>> Lists { get; } = new(EqualityComparer<NameKind>.Default, capacity: int.MaxValue);

    /// <summary>The ids of contacts by their email addresses.</summary>
    public SharedFetches<string, IReadOnlyList<string>> ContactIds { get; } = new(StringComparer.OrdinalIgnoreCase, RememberedEmails);
}
