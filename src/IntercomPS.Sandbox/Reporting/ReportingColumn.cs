using System;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>One attribute of a dataset.</summary>
/// <param name="Prefix">The kind of attribute, which 2.16 puts before the id.</param>
/// <param name="Id">The id, which another attribute can have too.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="Value">What a conversation has in it; null for an empty cell.</param>
internal sealed record ReportingColumn(string Prefix, string Id, string Name, Func<SandboxConversation, string?> Value)
{
    /// <summary>The id that is unique in the dataset (OpenAPI 2.16, get_datasets).</summary>
    public string QualifiedId => Prefix + "." + Id;

    /// <summary>The id that enqueue takes.</summary>
    public string KeyIn(Api.ApiVersion version) => version.HasQualifiedAttributes ? QualifiedId : Id;
}
