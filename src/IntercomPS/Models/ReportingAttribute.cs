using System.Diagnostics.CodeAnalysis;

namespace IntercomPS;

/// <summary>An attribute of a reporting dataset: a column that can be exported.</summary>
/// <remarks>Source: get_datasets, API 2.14 to 2.16.</remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "Attribute is Intercom's word for it.")]
public sealed class ReportingAttribute
{
    /// <summary>The id; in some datasets, two attributes have the same.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The id that only one attribute of the dataset has, such as standard.channel; null with API versions before 2.16.</summary>
    public string? QualifiedId { get; internal set; }

    /// <summary>The name that Intercom's reports show.</summary>
    public string? Name { get; internal set; }

    /// <summary>What a job is asked for it by.</summary>
    /// <remarks>API 2.16, enqueue: the qualified id is required where there is one.</remarks>
    internal string Key => QualifiedId ?? Id;

    /// <summary>What names the attribute for certain.</summary>
    /// <returns>The qualified id, or the id where there is none.</returns>
    public override string ToString() => Key;
}
