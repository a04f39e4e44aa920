namespace IntercomPS.Client;

/// <summary>What became of one of many things that were asked for by id.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Id">The id.</param>
/// <param name="Item">What came; null when it could not be had.</param>
/// <param name="Error">Why it could not be had; null when it could.</param>
internal sealed record Fetched<T>(string Id, T? Item, IntercomException? Error)
    where T : class;
