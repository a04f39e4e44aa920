using System;

namespace IntercomPS.Models.Json;

/// <summary>The API's times: whole seconds since 1970 in UTC.</summary>
internal static class UnixTime
{
    private const long LatestSecond = 253_402_300_799; // the last second of the year 9999

    /// <summary>Reads one of the API's times.</summary>
    /// <param name="seconds">Unix seconds; 0, negative or past the year 9999 means that there is no time.</param>
    /// <returns>The time in UTC, or null.</returns>
    public static DateTimeOffset? ToTime(long? seconds) =>
        seconds is > 0 and <= LatestSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    /// <summary>Reads one of the API's counts.</summary>
    /// <param name="count">The number; null when there is none.</param>
    /// <returns>The count; null where it is none that can be.</returns>
    public static int? ToCount(long? count) => count is >= 0 and <= int.MaxValue ? (int)count.Value : null;

    /// <summary>Reads one of the API's durations.</summary>
    /// <param name="seconds">Seconds; null when there is none.</param>
    /// <returns>The duration, or null.</returns>
    public static TimeSpan? ToDuration(long? seconds) =>
        seconds is >= 0 and <= LatestSecond ? TimeSpan.FromTicks(seconds.Value * TimeSpan.TicksPerSecond) : null;
}
