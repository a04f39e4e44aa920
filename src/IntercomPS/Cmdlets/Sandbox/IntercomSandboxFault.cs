namespace IntercomPS;

/// <summary>What the sandbox can do wrong on request, as the real service does now and then.</summary>
public enum IntercomSandboxFault
{
    /// <summary>5xx answers with HTML, or with nothing.</summary>
    ServerError,

    /// <summary>Connections that are reset.</summary>
    Reset,

    /// <summary>Answers that are cut short.</summary>
    Truncated,

    /// <summary>Pages that take longer the bigger they are, up to a minute.</summary>
    SlowPage,

    /// <summary>Conversations that change while pages are read.</summary>
    MovingRows,

    /// <summary>Cursors that are refused.</summary>
    RefusedCursor,

    /// <summary>429 answers out of the blue.</summary>
    TooManyRequests,

    /// <summary>Conversations that a search finds and that are gone when asked for.</summary>
    Disappearing,
}
