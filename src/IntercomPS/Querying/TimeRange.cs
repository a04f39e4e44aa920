using System;

namespace IntercomPS.Querying;

/// <summary>A range of whole seconds: its start belongs to it, its end does not.</summary>
/// <remarks>The API's times are whole seconds, so a bound with a fraction moves up to the next one.</remarks>
internal readonly record struct TimeRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="after">The first moment in it; null when it has no start.</param>
    /// <param name="before">The first moment past it; null when it has no end.</param>
    /// <param name="name">What the range is of, for the error.</param>
    /// <exception cref="InvalidQueryException">The start is not before the end.</exception>
    public TimeRange(DateTimeOffset? after, DateTimeOffset? before, string name)
    {
        if (after >= before)
        {
            throw new InvalidQueryException(
                $"-{name}After ({after:u}) is not before -{name}Before ({before:u}), so that nothing can lie between them.");
        }

        After = CeilingSecond(after);
        Before = CeilingSecond(before);
    }

    /// <summary>The first second in the range, Unix; null when it has no start.</summary>
    public long? After { get; }

    /// <summary>The first second past the range, Unix; null when it has no end.</summary>
    public long? Before { get; }

    /// <summary>Whether the range bounds anything.</summary>
    public bool IsBounded => After is not null || Before is not null;

    /// <summary>Whether a time lies in the range.</summary>
    /// <param name="time">The time; null lies in no bounded range.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(DateTimeOffset? time) =>
        !IsBounded || (time?.ToUnixTimeSeconds() is { } second && !(second < After) && !(second >= Before));

    private static long? CeilingSecond(DateTimeOffset? time) =>
        time is { } value
            ? value.ToUnixTimeSeconds() + (value.UtcTicks % TimeSpan.TicksPerSecond == 0 ? 0 : 1)
            : null;
}
