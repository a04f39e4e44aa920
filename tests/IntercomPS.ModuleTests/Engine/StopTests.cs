using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Engine;

/// <summary>Ctrl+C ends a command at once, whatever it waits for, and leaves nothing running.</summary>
[Collection(SerialTests.Name)]
public sealed class StopTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AtOnceForQuota = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    [Fact]
    public void While_it_waits_for_the_quota()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 2000, RateLimit = 4 });

        StoppedScript stopped = module.Runspace.RunAndStop("Search-IntercomConversation", (_, _) => IsQuiet(module.Server));

        AssertStopped(stopped, AtOnceForQuota);
        Assert.True(module.Server.Counters.Total < 13, "It did not wait for the quota.");
    }

    [Fact]
    public async Task While_the_server_asks_to_wait_and_no_request_follows()
    {
        using StubbedModule module = StubbedModule.Start(_ => StubAnswer.Error(429, "rate_limit_exceeded") with { Header = "Retry-After: 2" });

        StoppedScript stopped = module.Runspace.RunAndStop("Search-IntercomConversation", (_, _) => module.Server.Requests.Count > 1);
        int asked = module.Server.Requests.Count;
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        AssertStopped(stopped, AtOnceForQuota);
        Assert.Equal(asked, module.Server.Requests.Count);
    }

    [Theory]
    [InlineData("Search-IntercomConversation")]
    [InlineData("Get-IntercomConversation -Id 1, 2, 3")]
    [InlineData("1..600 | Get-IntercomConversation")]
    [InlineData("1..600 | Get-IntercomContact")]
    [InlineData("1..600 | Set-IntercomConversation -Read $true")]
    [InlineData("Search-IntercomContact -Tag bug")]
    [InlineData("Get-IntercomAdmin")]
    [InlineData("Connect-Intercom -AccessToken $token -BaseUri \"${uri}gateway\"")]
    public async Task While_an_answer_takes_long(string script)
    {
        using StubbedModule module = StubbedModule.Start(_ => StubAnswer.Me() with { Delay = TimeSpan.FromMinutes(5) });

        StoppedScript stopped = module.Runspace.RunAndStop(script, (_, _) => module.Server.Requests.Count > 1);

        AssertStopped(stopped, AtOnce);
        await AssertNothingGoesOn(() => module.Server.Requests.Count);
    }

    [Theory]
    [InlineData("all.csv", "")]
    [InlineData("all.json", "-IncludeParts")]
    [InlineData("all.csv", "-IncludeParts")]
    public async Task In_the_middle_of_an_export_that_leaves_no_file(string name, string parameters)
    {
        using var folder = new TemporaryFolder();
        using ConnectedModule module = StartSlow();
        module.Runspace.SetVariable("path", folder.PathOf(name));

        StoppedScript stopped = module.Runspace.RunAndStop(
            $"Export-IntercomConversation -Path $path {parameters}", (_, _) => module.Server.Counters.Total > 8);

        AssertStopped(stopped, AtOnce);
        Assert.Empty(folder.Names);
        await AssertNothingGoesOn(() => module.Server.Counters.Total);
    }

    [Fact]
    public void In_the_middle_of_an_export_that_keeps_the_file_that_was_there()
    {
        using var folder = new TemporaryFolder();
        using ConnectedModule module = StartSlow();
        File.WriteAllText(folder.PathOf("all.csv"), "old");
        module.Runspace.SetVariable("path", folder.PathOf("all.csv"));

        StoppedScript stopped = module.Runspace.RunAndStop(
            "Export-IntercomConversation -Path $path -Force", (_, _) => module.Server.Counters.Total > 5);

        AssertStopped(stopped, AtOnce);
        Assert.Equal(["all.csv"], folder.Names);
        Assert.Equal("old", File.ReadAllText(folder.PathOf("all.csv")));
    }

    [Fact]
    public async Task In_the_middle_of_many_threads()
    {
        using ConnectedModule module = StartSlow();

        StoppedScript stopped = module.Runspace.RunAndStop(
            "$workspace.Conversations | ForEach-Object { $_.Id } | Get-IntercomConversation -ThrottleLimit 4", (_, output) => output.Count > 10);

        AssertStopped(stopped, AtOnce);
        await AssertNothingGoesOn(() => module.Server.Counters.Total);
    }

    [Fact]
    public void The_runspace_goes_on_working()
    {
        using ConnectedModule module = StartSlow();
        module.Runspace.RunAndStop("Search-IntercomConversation", (_, output) => output.Count > 0);

        Assert.Equal(2, module.Run("Search-IntercomConversation -First 2").Succeeded().Count);
    }

    [Theory]
    [InlineData("Search-IntercomConversation | ForEach-Object { throw 'enough' }", "enough")]
    [InlineData("'no-such-id', $first, $second | Get-IntercomConversation -ThrottleLimit 1 -ErrorAction Stop", "ConversationNotFound,IntercomPS.Cmdlets.Conversations.GetIntercomConversationCommand")]
    public async Task An_error_that_ends_the_pipeline_ends_the_work(string script, string id)
    {
        using ConnectedModule module = StartSlow();
        module.Runspace.SetVariable("first", module.Server.Workspace.Conversations[0].Id);
        module.Runspace.SetVariable("second", module.Server.Workspace.Conversations[1].Id);

        ScriptResult result = module.Runspace.RunToError(script);

        Assert.Equal(id, result.FailureId);
        Assert.Empty(result.Output);
        await AssertNothingGoesOn(() => module.Server.Counters.Total);
    }

    private static ConnectedModule StartSlow() => ConnectedModule.Start(
        new SandboxOptions { Conversations = 3000, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(60) });

    private static void AssertStopped(StoppedScript stopped, TimeSpan within)
    {
        Assert.True(stopped.WasRunning, "It had ended by itself: " + stopped.Result.AllText);
        Assert.True(stopped.StopTime < within, $"The stop took {stopped.StopTime}.");
        Assert.Empty(stopped.Result.Errors);
    }

    private static async Task AssertNothingGoesOn(Func<int> countRequests)
    {
        // What was on its way when the stop came may still be counted.
        await Task.Delay(Settling, TestContext.Current.CancellationToken);
        int asked = countRequests();
        await Task.Delay(Settling, TestContext.Current.CancellationToken);
        Assert.Equal(asked, countRequests());
    }

    /// <summary>Whether requests came, and for a while no more do.</summary>
    private static bool IsQuiet(SandboxServer server)
    {
        IReadOnlyList<SandboxRequest> requests = server.Counters.Recent;
        return requests.Count > 1 && DateTimeOffset.UtcNow - requests[^1].At > Settling;
    }
}
