using System;

namespace IntercomPS.Sandbox;

/// <summary>How a sandbox is made and how it behaves.</summary>
public sealed class SandboxOptions
{
    /// <summary>The number of conversations, from 0. With 50 or more, exactly one of them has more than 500 parts.</summary>
    public int Conversations { get; init; } = 500;

    /// <summary>The number of companies, from 1. Any other than the standard one changes the contacts too.</summary>
    public int Companies { get; init; } = 40;

    /// <summary>What all data is made from: the same seed and the same <see cref="Now"/> give the same workspace.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The port on 127.0.0.1, from 0 to 65535; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The least time from the arrival of a request to its answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Requests allowed in each window of 10 seconds; 0 is no limit, and then no X-RateLimit headers are sent.</summary>
    public int RateLimit { get; init; } = 1667;

    /// <summary>The token that clients must send; null makes one up.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The region that <c>GET /me</c> tells: <c>US</c>, <c>EU</c> (told as <c>Europe</c>) or <c>AU</c>.</summary>
    public string Region { get; init; } = "US";

    /// <summary>The version for requests without an Intercom-Version header, as an app has one configured.</summary>
    public string DefaultApiVersion { get; init; } = "2.10";

    /// <summary>What goes wrong.</summary>
    public SandboxFault Faults { get; init; }

    /// <summary>The share of requests that a fault hits, from 0 to 1.</summary>
    public double FaultRate { get; init; } = 0.1;

    /// <summary>How long a slow page of 150 rows takes (<see cref="SandboxFault.SlowPage"/>).</summary>
    public TimeSpan SlowPageDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether <c>&gt;</c> and <c>&lt;</c> on conversations leave out the bound; the docs say that they include it.</summary>
    public bool StrictComparison { get; init; }

    /// <summary>Whether searches take the CX score and its explanation as filters, which no version of the API documents; else they are unknown fields.</summary>
    public bool AcceptCxScoreFilter { get; init; }

    /// <summary>Whether no conversation was scored, as in a workspace with the feature turned off.</summary>
    public bool NoCxScores { get; init; }

    /// <summary>The clock for rate-limit windows and for changes; null is the machine's.</summary>
    public Func<DateTimeOffset>? Clock { get; init; }

    /// <summary>The present that the history ends at; null is the clock's time at the start.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How long before the present the oldest conversation was started.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Whether <c>pages</c> comes after the rows instead of before them.</summary>
    public bool PagesLast { get; init; }

    /// <summary>Whether <c>sort</c> is ignored: rows come by <c>updated_at</c>, the latest first, as without it.</summary>
    public bool IgnoreSort { get; init; }

    /// <summary>Whether <c>pages.per_page</c> is a string.</summary>
    public bool PerPageAsString { get; init; }

    /// <summary>Whether <c>pages.next</c> is a URL instead of an object.</summary>
    public bool NextAsUrl { get; init; }

    /// <summary>Whether <c>pages.next</c> is absent instead of null on the last page.</summary>
    public bool OmitNextAtEnd { get; init; }

    /// <summary>Whether unassigned ids are the text <c>"0"</c>, as in some of the API's examples.</summary>
    public bool UnassignedAsText { get; init; }

    /// <summary>Whether answers come in chunks, without a Content-Length.</summary>
    public bool ChunkedAnswers { get; init; }

    /// <summary>How the file of a reporting data export is packed.</summary>
    public ReportingPacking ReportingPacking { get; init; }

    /// <summary>What becomes of the jobs of a reporting data export.</summary>
    public ReportingOutcome ReportingOutcome { get; init; }

    /// <summary>How long a job of a reporting data export is pending.</summary>
    public TimeSpan ReportingJobDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the file of a reporting data export can be had.</summary>
    public TimeSpan ReportingDownloadLifetime { get; init; } = TimeSpan.FromDays(2);

    internal DateTimeOffset ReadClock() => Clock?.Invoke() ?? DateTimeOffset.UtcNow;

    internal void Validate()
    {
        Require(Conversations is >= 0 and <= 5_000_000, nameof(Conversations), "must be from 0 to 5,000,000");
        Require(Companies is >= 1 and <= 1_000_000, nameof(Companies), "must be from 1 to 1,000,000");
        Require(Port is >= 0 and <= 65535, nameof(Port), "must be from 0 to 65535");
        Require(Latency >= TimeSpan.Zero, nameof(Latency), "must not be negative");
        Require(RateLimit >= 0, nameof(RateLimit), "must not be negative");
        Require(AccessToken is null || AccessToken.Trim().Length > 0, nameof(AccessToken), "must not be empty");
        Require(Region is "US" or "EU" or "AU", nameof(Region), "must be US, EU or AU");
        Require(Api.ApiVersion.TryParse(DefaultApiVersion, out _), nameof(DefaultApiVersion), "must be a version of Intercom's API");
        Require(FaultRate is >= 0 and <= 1, nameof(FaultRate), "must be from 0 to 1");
        Require(SlowPageDelay >= TimeSpan.Zero, nameof(SlowPageDelay), "must not be negative");
        Require(ReportingJobDuration >= TimeSpan.Zero, nameof(ReportingJobDuration), "must not be negative");
        Require(ReportingDownloadLifetime >= TimeSpan.Zero, nameof(ReportingDownloadLifetime), "must not be negative");
        Require(History >= TimeSpan.FromSeconds(1), nameof(History), "must be a second or more");
    }

    private static void Require(bool condition, string name, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"{name} {rule}.", name);
        }
    }
}
