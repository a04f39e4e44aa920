namespace IntercomPS.Client;

/// <summary>What a request's end says about the load that the server bears.</summary>
internal enum RequestOutcome
{
    /// <summary>It was answered as asked: its time counts.</summary>
    Good,

    /// <summary>It was refused for what it is (4xx), or nobody waited for it: it says nothing.</summary>
    Neutral,

    /// <summary>The server failed (5xx, 408), or no answer came: perhaps it was asked too much.</summary>
    Failed,
}
