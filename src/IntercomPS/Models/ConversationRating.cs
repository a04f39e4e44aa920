using System;

namespace IntercomPS;

/// <summary>The rating that the customer gave (CSAT); not the CX score, which an AI gives.</summary>
/// <remarks>Source: schema conversation_rating, API 2.15.</remarks>
public sealed class ConversationRating
{
    /// <summary>The rating, from 1 to 5; null while the customer has not answered.</summary>
    public int? Rating { get; internal set; }

    /// <summary>What the customer wrote beside it; null or empty when nothing. Text of a stranger.</summary>
    public string? Remark { get; internal set; }

    /// <summary>When the rating was requested, in UTC, which is not when it was given.</summary>
    public DateTimeOffset? RequestedAt { get; internal set; }

    /// <summary>When the rating last changed, in UTC; null before API 2.14.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The contact who gave it.</summary>
    public Reference? Contact { get; internal set; }

    /// <summary>The admin, bot or workflow that it rates; null when there is none.</summary>
    public Reference? Teammate { get; internal set; }

    /// <summary>The rating's number.</summary>
    /// <returns>1 to 5, empty when not rated.</returns>
    public override string ToString() => Rating?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
}
