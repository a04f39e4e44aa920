using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>A company that contacts belong to.</summary>
/// <remarks>Source: schema company, API 2.15. On a conversation (API 2.15 and later) it can be less than whole: what is missing is null.</remarks>
public sealed class Company
{
    /// <summary>Intercom's id of the company.</summary>
    public string? Id { get; internal set; }

    /// <summary>The id that the customer's own system gave to the company.</summary>
    public string? CompanyId { get; internal set; }

    /// <summary>The company's name. Text of a stranger.</summary>
    public string? Name { get; internal set; }

    /// <summary>When the company came into Intercom, in UTC; null where the API does not say.</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>When it last changed there, in UTC; null where the API does not say.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>When the customer's own system made it, in UTC; null where the API does not say.</summary>
    public DateTimeOffset? RemoteCreatedAt { get; internal set; }

    /// <summary>When one of its contacts was last seen, in UTC; null when none was.</summary>
    public DateTimeOffset? LastRequestAt { get; internal set; }

    /// <summary>The plan's name; null when there is none.</summary>
    public string? Plan { get; internal set; }

    /// <summary>The number of employees; null where the API does not say.</summary>
    public long? Size { get; internal set; }

    /// <summary>The website; null when there is none.</summary>
    public string? Website { get; internal set; }

    /// <summary>The industry; null when there is none.</summary>
    public string? Industry { get; internal set; }

    /// <summary>What the company spends a month, in the customer's own unit; null where the API does not say.</summary>
    public double? MonthlySpend { get; internal set; }

    /// <summary>How many sessions were recorded; null where the API does not say.</summary>
    public long? SessionCount { get; internal set; }

    /// <summary>How many users the company has; null where the API does not say.</summary>
    public long? UserCount { get; internal set; }

    /// <summary>The names of its tags; empty when there are none or the API does not say.</summary>
    public IReadOnlyList<string> Tags { get; internal set; } = Array.Empty<string>();

    /// <summary>The workspace's own attributes by name; empty when there are none.</summary>
    public IReadOnlyDictionary<string, object?> CustomAttributes { get; internal set; } = Conversation.NoAttributes;

    /// <summary>The company's name.</summary>
    /// <returns>The name, or the id where there is none.</returns>
    public override string ToString() => Name ?? Id ?? string.Empty;
}
