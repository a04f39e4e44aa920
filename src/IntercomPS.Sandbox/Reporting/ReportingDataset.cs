using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>A dataset of the reporting data export.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="Description">What its rows are.</param>
/// <param name="TimeColumn">The id of the attribute that the time range is about.</param>
/// <param name="Time">That time of a conversation, Unix; null where it has no row.</param>
/// <param name="Columns">The attributes.</param>
internal sealed record ReportingDataset(
    string Id, string Name, string Description, string TimeColumn, Func<SandboxConversation, long?> Time, IReadOnlyList<ReportingColumn> Columns)
{
    /// <summary>Whether conversations that the customer never replied in are left out before 2.16 (OpenAPI 2.16, enqueue).</summary>
    public bool NeedsReplyBefore216 { get; init; }

    /// <summary>The attribute that a request names; the first of several with the same id.</summary>
    /// <returns>Null where there is none.</returns>
    public ReportingColumn? Find(string key, ApiVersion version) => Columns.FirstOrDefault(c => c.KeyIn(version) == key);

    /// <summary>The rows of a range, both ends included.</summary>
    public IEnumerable<SandboxConversation> Rows(SandboxWorkspace workspace, long start, long end, ApiVersion version) =>
        workspace.Conversations.Where(conversation =>
            Time(conversation) is long at && at >= start && at <= end
            && (!NeedsReplyBefore216 || version.ExportsUnansweredConversations || conversation.Statistics is not null));
}
