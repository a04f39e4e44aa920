namespace IntercomPS;

/// <summary>The service level agreement that a conversation is under.</summary>
/// <remarks>Source: schema sla_applied, API 2.15.</remarks>
public sealed class SlaApplied
{
    /// <summary>The agreement's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Its status in the API's spelling: hit, missed, cancelled or active; null after one of its events was cancelled by hand.</summary>
    public string? Status { get; internal set; }

    /// <summary>The name and the status.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => $"{Name} ({Status})";
}
