using System;

namespace IntercomPS.Sessions;

/// <summary>The hosts of the regions.</summary>
/// <remarks>Source: "Servers" of the API description, 2.15.</remarks>
internal static class RegionHosts
{
    /// <summary>A region's host.</summary>
    /// <param name="region">The region.</param>
    /// <returns>Its address.</returns>
    public static Uri HostOf(IntercomRegion region) => region switch
    {
        IntercomRegion.EU => new Uri("https://api.eu.intercom.io/"),
        IntercomRegion.AU => new Uri("https://api.au.intercom.io/"),
        _ => new Uri("https://api.intercom.io/"),
    };

    /// <summary>Reads a region as GET /me tells it.</summary>
    /// <param name="text">Such as US, EU or AU; the EU has been seen as Europe.</param>
    /// <returns>The region; null when it is none that is known.</returns>
    public static IntercomRegion? Parse(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "US" or "USA" or "UNITED STATES" or "NORTH AMERICA" => IntercomRegion.US,
        "EU" or "EUROPE" => IntercomRegion.EU,
        "AU" or "AUSTRALIA" => IntercomRegion.AU,
        _ => null,
    };
}
