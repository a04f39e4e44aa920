namespace IntercomPS.Client;

/// <summary>Where the next page begins, in the server's own words.</summary>
/// <param name="StartingAfter">What the next request sends as starting_after.</param>
internal sealed record PageCursor(string StartingAfter);
