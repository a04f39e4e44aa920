namespace IntercomPS.Sandbox.Http;

/// <summary>What a request may need at most.</summary>
internal static class HttpLimits
{
    /// <summary>Bytes of the request line and all headers.</summary>
    public const int Head = 32 * 1024;

    /// <summary>Bytes of the body.</summary>
    public const int Body = 4 * 1024 * 1024;
}
