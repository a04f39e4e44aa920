using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Samples;

/// <summary>samples/scheduled-export.ps1 as a task runs it: in a process of its own, whose exit code is looked at.</summary>
public sealed class UnattendedProcessTests : IDisposable
{
    /// <summary>A day of 1,000 threads and half a day, slow enough to be cut off in the middle: some 100 requests a second, few at once.</summary>
    private static readonly SandboxOptions Slow = new()
    {
        Conversations = 1500, Seed = 4, Now = ConnectedModule.Present, History = TimeSpan.FromHours(36), RateLimit = 1000, Latency = TimeSpan.FromMilliseconds(100),
    };

    private readonly List<UnattendedSample> _samples = [];

    public void Dispose() => _samples.ForEach(sample => sample.Dispose());

    [Fact]
    public async Task Exit_code_0_is_complete_and_stays_so()
    {
        UnattendedSample sample = Open(UnattendedSample.FourDays);

        ProcessResult first = await RunAsync(sample, "-From", "2025-02-25", "-To", "2025-03-02");
        ProcessResult second = await RunAsync(sample, "-From", "2025-02-25", "-To", "2025-03-02");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Empty(first.Error + second.Error);
        Assert.Equal(10, sample.DataFiles().Count);
        AssertNoToken(sample, first, second);
    }

    [Fact]
    public async Task Exit_code_2_is_exported_but_something_is_missing()
    {
        UnattendedSample sample = Open(UnattendedSample.FourDays);

        ProcessResult result = await RunAsync(sample, "-From", "2025-02-25", "-To", "2025-03-02", "-IncludeParts");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(15, sample.DataFiles().Count);
        AssertNoToken(sample, result);
    }

    [Fact]
    public async Task Exit_code_1_is_failed()
    {
        UnattendedSample sample = Open(UnattendedSample.FourDays);
        sample.Server.Stop();

        ProcessResult result = await RunAsync(sample, "-From", "2025-02-25", "-To", "2025-03-02");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ApiUnavailable", result.Output, StringComparison.Ordinal);
        Assert.Empty(sample.DataFiles());
        AssertNoToken(sample, result);
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_where_it_was()
    {
        UnattendedSample sample = Open(Slow);
        string[] days = ["-From", "2025-02-28", "-To", "2025-03-01", "-IncludeParts"];
        IReadOnlyList<string> ids = sample.IdsOf(new DateTime(2025, 2, 28), TimeSpan.FromDays(1));
        bool IsWellUnderWay() => sample.Server.Counters.Total > ids.Count * 2 / 3;

        ProcessResult killed = await ShellProcess.RunFileAsync(sample.Script, Token(sample), IsWellUnderWay, Arguments(sample, days));
        string[] left = [.. sample.DataFiles()];
        int before = sample.Server.Counters.Total;
        ProcessResult result = await RunAsync(sample, days);

        // The long thread is in it.
        Assert.Equal(2, result.ExitCode);
        Assert.NotEqual(0, killed.ExitCode);
        Assert.DoesNotContain("conversations-2025-02-28.csv", left);
        Assert.Contains(left, name => name.EndsWith(".journal", StringComparison.Ordinal));
        Assert.Contains("runs: 2", result.Output, StringComparison.Ordinal);
        Assert.Equal(ids, UnattendedSample.IdsIn(sample.PathOf("conversations-2025-02-28.csv")));
        Assert.InRange(sample.Server.Counters.Total - before, 1, ids.Count * 4 / 5);
        Assert.Equal(
            ["conversations-2025-02-28.csv", "conversations-2025-02-28.manifest.json", "conversations-2025-02-28.parts.csv"], sample.DataFiles());
        AssertNoToken(sample, killed, result);
    }

    [Fact]
    public async Task Another_query_does_not_go_on_with_the_journal_and_the_log_says_so()
    {
        UnattendedSample sample = Open(Slow);
        string[] day = ["-From", "2025-02-28", "-To", "2025-03-01"];
        bool HasBegun() => sample.DataFiles().Any(name => name.EndsWith(".journal", StringComparison.Ordinal)) && sample.Server.Counters.Total > 50;

        await ShellProcess.RunFileAsync(sample.Script, Token(sample), HasBegun, Arguments(sample, [.. day, "-IncludeParts"]));
        ProcessResult result = await RunAsync(sample, day);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("FAILED     JournalMismatch: ", result.Output, StringComparison.Ordinal);
        Assert.Contains(sample.DataFiles(), name => name.EndsWith(".journal", StringComparison.Ordinal));
    }

    private static Task<ProcessResult> RunAsync(UnattendedSample sample, params string[] days) =>
        ShellProcess.RunFileAsync(sample.Script, Token(sample), killWhen: null, Arguments(sample, days));

    private static string[] Arguments(UnattendedSample sample, string[] days) =>
        ["-Folder", sample.Folder, "-BaseUri", sample.Server.BaseUri.ToString(), .. days];

    private static Dictionary<string, string> Token(UnattendedSample sample) => new() { ["INTERCOM_ACCESS_TOKEN"] = sample.Server.AccessToken };

    private static void AssertNoToken(UnattendedSample sample, params ProcessResult[] results)
    {
        sample.AssertNoToken();
        Assert.All(results, result => Assert.DoesNotContain(sample.Server.AccessToken, result.Output + result.Error, StringComparison.Ordinal));
    }

    private UnattendedSample Open(SandboxOptions options)
    {
        UnattendedSample sample = UnattendedSample.Open("scheduled-export.ps1", options);
        _samples.Add(sample);
        return sample;
    }
}
