using System;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;

namespace IntercomPS.ModuleTests.Reporting;

/// <summary>A connected sandbox whose reporting jobs are quick, and a folder to export to.</summary>
internal sealed class ReportingModule : IDisposable
{
    /// <summary>A range that holds the whole history of the sandbox.</summary>
    internal const string AllTime = "-After 2024-01-01 -Before 2026-01-01";

    internal ReportingModule(
        ReportingPacking packing = ReportingPacking.TarGzip,
        ReportingOutcome outcome = ReportingOutcome.Complete,
        string version = "2.15",
        TimeSpan duration = default,
        TimeSpan? lifetime = null,
        SandboxFault faults = SandboxFault.None)
    {
        Module = ConnectedModule.Start(
            new SandboxOptions
            {
                Conversations = 300,
                Seed = 11,
                Now = ConnectedModule.Present,
                RateLimit = 0,
                Faults = faults,
                FaultRate = 0.5,
                ReportingPacking = packing,
                ReportingOutcome = outcome,
                ReportingJobDuration = duration,
                ReportingDownloadLifetime = lifetime ?? TimeSpan.FromDays(1),
            },
            $"-ApiVersion {version}");
        Module.Runspace.SetVariable("folder", Folder.FullName);
    }

    internal ConnectedModule Module { get; }

    internal TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Module.Dispose();
        Folder.Dispose();
    }
}
