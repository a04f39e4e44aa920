using System;
using System.IO;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Reporting;

/// <summary>Ctrl+C ends an export of reporting data at once, and leaves nothing.</summary>
[Collection(SerialTests.Name)]
public sealed class ReportingStopTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public void While_it_waits_for_the_job()
    {
        using var reporting = new ReportingModule(outcome: ReportingOutcome.Stuck);
        File.WriteAllText(reporting.Folder.PathOf("x.csv"), "old");

        StoppedScript stopped = reporting.Module.Runspace.RunAndStop(
            $"Export-IntercomReportingData $folder/x.csv -Force {ReportingModule.AllTime}",
            (_, _) => reporting.Module.Server.Counters.ByRoute.ContainsKey("GET /export/reporting_data/{id}"));

        AssertStopped(stopped);
        Assert.Equal(["x.csv"], reporting.Folder.Names);
        Assert.Equal("old", File.ReadAllText(reporting.Folder.PathOf("x.csv")));
    }

    [Fact]
    public void While_it_waits_for_other_jobs()
    {
        using var reporting = new ReportingModule(outcome: ReportingOutcome.Stuck);
        for (int job = 0; job < 5; job++)
        {
            reporting.Module.Failure($"Export-IntercomReportingData -Path $folder/new.csv -TimeoutSec 1 {ReportingModule.AllTime}");
        }

        StoppedScript stopped = reporting.Module.Runspace.RunAndStop(
            $"Export-IntercomReportingData $folder/x.csv {ReportingModule.AllTime}", (streams, _) => streams.Warning.Count > 0);

        AssertStopped(stopped);
        Assert.Empty(reporting.Folder.Names);
    }

    [Fact]
    public async Task While_the_file_takes_long()
    {
        using var folder = new TemporaryFolder();
        using StubbedModule module = StubbedModule.Start(request => request.Target switch
        {
            "/export/reporting_data/get_datasets" => new StubAnswer(200, """{"data":[{"id":"conversation","attributes":[{"id":"a","name":"A"}]}]}"""),
            "/export/reporting_data/enqueue" => new StubAnswer(200, """{"job_identifier":"j1","status":"complete"}"""),
            _ => new StubAnswer(200, "a\n1\n") { Delay = TimeSpan.FromMinutes(5) },
        });
        module.Runspace.SetVariable("folder", folder.FullName);

        StoppedScript stopped = module.Runspace.RunAndStop(
            $"Export-IntercomReportingData $folder/x.csv {ReportingModule.AllTime}", (_, _) => module.Server.Requests.Count == 4);

        AssertStopped(stopped);
        Assert.Empty(folder.Names);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(4, module.Server.Requests.Count);
    }

    private static void AssertStopped(StoppedScript stopped)
    {
        Assert.True(stopped.WasRunning, "It had ended by itself: " + stopped.Result.AllText);
        Assert.True(stopped.StopTime < AtOnce, $"The stop took {stopped.StopTime}.");
        Assert.Empty(stopped.Result.Errors);
    }
}
