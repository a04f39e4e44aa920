namespace IntercomPS.Sandbox.Http;

/// <summary>What goes wrong on the wire.</summary>
internal enum WireFault
{
    None,

    /// <summary>The connection is reset before a byte of the answer.</summary>
    ResetBeforeAnswer,

    /// <summary>The connection is reset in the middle of the body.</summary>
    ResetInBody,

    /// <summary>The connection is closed, properly, in the middle of the body.</summary>
    Truncate,
}
