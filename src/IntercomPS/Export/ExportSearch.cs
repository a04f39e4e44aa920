namespace IntercomPS.Export;

/// <summary>One of the searches whose answers an export holds.</summary>
/// <param name="Query">What Intercom is asked, as JSON in its own form.</param>
/// <param name="Check">What is checked here besides, written as a filter; null where nothing is.</param>
internal sealed record ExportSearch(string Query, string? Check);
