using System;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Engine;

/// <summary>What comes in which stream.</summary>
[Collection(SerialTests.Name)]
public sealed class StreamTests
{
    [Fact]
    public void With_Verbose_each_request_is_one_line()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 320 });

        ScriptResult result = module.Run("Search-IntercomConversation -Verbose");

        Assert.Equal(320, result.Succeeded().Count);
        Assert.Equal(3, result.Verbose.Count);
        Assert.All(result.Verbose, line => Assert.Matches(@"^POST /conversations/search 200 in \d+ ms, quota \d+ of 1667 left$", line));
    }

    [Fact]
    public void Without_Verbose_ordinary_work_writes_objects_alone()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 200 });

        ScriptResult result = module.Run(
            "Search-IntercomConversation -First 100; Get-IntercomConversation -Id $workspace.Conversations[0].Id; Get-IntercomSession");

        Assert.Equal(102, result.Succeeded().Count);
        Assert.Empty(result.Verbose.Concat(result.Debug).Concat(result.Information).Concat(result.Warnings));
        Assert.Empty(result.Progress);
    }

    [Fact]
    public void A_fault_that_is_retried_is_told_in_the_verbose_stream_alone()
    {
        int failures = 0;
        using StubbedModule module = StubbedModule.Start(_ => ++failures == 1
            ? new StubAnswer(502, "<html>Bad gateway</html>")
            : new StubAnswer(200, """{"type":"conversation.list","total_count":0,"pages":{"type":"pages"},"conversations":[]}"""));

        ScriptResult result = module.Runspace.Run("Search-IntercomConversation -Verbose");

        Assert.Empty(result.Succeeded());
        Assert.Empty(result.Warnings);
        Assert.Contains(result.Verbose, line => line.StartsWith("Trying again in ", StringComparison.Ordinal) && line.EndsWith(": HTTP 502.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_wait_of_many_requests_is_one_warning()
    {
        using StubbedModule module = StubbedModule.Start(_ => StubAnswer.Error(429, "rate_limit_exceeded") with { Header = "Retry-After: 12" });
        DateTimeOffset warned = DateTimeOffset.MaxValue;

        StoppedScript stopped = module.Runspace.RunAndStop("1..40 | Get-IntercomConversation", (streams, _) =>
        {
            warned = streams.Warning.Count > 0 && warned == DateTimeOffset.MaxValue ? DateTimeOffset.UtcNow : warned;
            return DateTimeOffset.UtcNow - warned > TimeSpan.FromMilliseconds(500);
        });

        Assert.True(stopped.WasRunning);
        Assert.Matches(@"\b12 s\b", Assert.Single(stopped.Result.Warnings));
    }

    [Fact]
    public void Work_of_more_than_a_second_shows_progress_with_percent_and_takes_it_off()
    {
        using ConnectedModule module = ConnectedModule.Start(
            new SandboxOptions { Conversations = 900, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(350) });

        ScriptResult result = module.Run("$null = Search-IntercomConversation");

        result.Succeeded();
        Assert.InRange(result.Progress.Count, 2, 15);
        Assert.Contains(result.Progress, record => record.PercentComplete is > 0 and <= 100);
        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, result.Progress[^1].RecordType);
    }

    [Fact]
    public async Task Nothing_is_written_past_the_streams()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 200 });
        using var folder = new TemporaryFolder();

        ProcessResult result = await ShellProcess.RunAsync(
            """
            param($Uri, $Token, $Path)
            $null = Connect-Intercom -Connection @{ AccessToken = $Token; BaseUri = $Uri } -PassThru
            $found = Search-IntercomConversation -First 10
            $null = $found | Get-IntercomConversation
            $null = Export-IntercomConversation -Path $Path
            Disconnect-Intercom
            """,
            server.BaseUri.ToString(),
            server.AccessToken,
            folder.PathOf("all.csv"));

        Assert.Equal((0, string.Empty, string.Empty), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(["all.csv"], folder.Names);
    }
}
