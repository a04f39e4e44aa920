namespace IntercomPS.Export;

/// <summary>A conversation that was listed, but is left out.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why, as a word for scripts.</param>
internal sealed record SkippedConversation(string Id, string Reason)
{
    /// <summary>It was deleted, or cannot be seen any more, when its thread was asked for.</summary>
    public const string NotFound = "not_found";
}
