namespace IntercomPS.Pipeline;

/// <summary>Something that work on another thread hands to the pipeline's thread, which alone may write.</summary>
/// <param name="Kind">Where it goes.</param>
/// <param name="Content">What it is: an object or a list of them, an ErrorRecord, a text, a ProgressRecord.</param>
internal readonly record struct PipelineMessage(PipelineMessageKind Kind, object Content);
