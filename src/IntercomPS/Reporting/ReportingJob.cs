namespace IntercomPS.Reporting;

/// <summary>A job of the reporting data export as the server tells of it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Status">Its status: pending, complete, failed in the API's examples (2.15), and perhaps others.</param>
internal sealed record ReportingJob(string Id, string Status)
{
    /// <summary>Whether its file can be had.</summary>
    public bool IsComplete => Status is "complete" or "completed";

    /// <summary>Whether it came to nothing. The words beyond "failed" are those of the older content data export.</summary>
    public bool HasFailed => Status is "failed" or "error" or "canceled" or "cancelled" or "no_data" or "expired";
}
