using System;

namespace IntercomPS.Sandbox;

/// <summary>The satisfaction rating (CSAT) that a customer gave to a conversation.</summary>
public sealed class SandboxRating
{
    /// <summary>From 1 to 5.</summary>
    public int Rating { get; internal init; }

    /// <summary>The customer's remark; null where there is none.</summary>
    public string? Remark { get; internal init; }

    /// <summary>When the rating was asked for.</summary>
    public DateTimeOffset RequestedAt => DateTimeOffset.FromUnixTimeSeconds(RequestedAtUnix);

    /// <summary>When the rating was given.</summary>
    public DateTimeOffset RepliedAt => DateTimeOffset.FromUnixTimeSeconds(RepliedAtUnix);

    /// <summary>The admin who was rated; null where a bot was.</summary>
    public SandboxAdmin? Teammate { get; internal init; }

    /// <summary>The id of the bot that is rated where no admin is.</summary>
    internal const string BotId = "5599001";

    internal long RequestedAtUnix { get; init; }

    internal long RepliedAtUnix { get; init; }
}
