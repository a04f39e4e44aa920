namespace IntercomPS.Filtering;

/// <summary>A number as it was written: where a field holds texts, 007 is no 7.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">How it was written.</param>
internal sealed record WrittenNumber(object Value, string Text);
