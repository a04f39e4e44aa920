namespace IntercomPS.Pipeline;

/// <summary>Where a message goes.</summary>
internal enum PipelineMessageKind
{
    /// <summary>One object of the output.</summary>
    Output,

    /// <summary>A list of objects of the output.</summary>
    OutputList,

    /// <summary>A non-terminating error.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A verbose line.</summary>
    Verbose,

    /// <summary>A progress record.</summary>
    Progress,
}
