namespace IntercomPS;

/// <summary>What went wrong with an export of reporting data.</summary>
public enum ReportingProblem
{
    /// <summary>There is no such dataset.</summary>
    DatasetNotFound,

    /// <summary>The dataset has no such attribute.</summary>
    UnknownAttribute,

    /// <summary>The dataset has several attributes of that name or id.</summary>
    AmbiguousAttribute,

    /// <summary>The workspace has as many jobs pending as Intercom allows, and none ended in time.</summary>
    JobLimit,

    /// <summary>Intercom says that the job failed.</summary>
    JobFailed,

    /// <summary>Intercom does not know the job any more.</summary>
    JobNotFound,

    /// <summary>The job did not complete in time.</summary>
    JobTimeout,

    /// <summary>The job's file is not there, or not any more.</summary>
    DownloadExpired,

    /// <summary>The job's file is broken, or is none that can be read.</summary>
    DataUnreadable,
}
