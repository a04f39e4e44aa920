using System.Collections.Generic;

namespace IntercomPS;

/// <summary>A dataset of Intercom's reports, which can be exported.</summary>
/// <remarks>Source: get_datasets, API 2.14 to 2.16.</remarks>
public sealed class ReportingDataset
{
    /// <summary>The dataset's id, such as conversation.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The dataset's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>What its rows are, in Intercom's words; null where it does not say.</summary>
    public string? Description { get; internal set; }

    /// <summary>The id of the attribute that the time range of an export is about; null where Intercom does not say.</summary>
    public string? DefaultTimeAttributeId { get; internal set; }

    /// <summary>The attributes that can be exported.</summary>
    public IReadOnlyList<ReportingAttribute> Attributes { get; internal set; } = [];

    /// <summary>The dataset's id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
