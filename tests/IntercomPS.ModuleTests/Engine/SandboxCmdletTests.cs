using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Engine;

/// <summary>Start- and Stop-IntercomSandbox, whose sandboxes are the process's own.</summary>
[Collection(SerialTests.Name)]
public sealed class SandboxCmdletTests : IDisposable
{
    private const string Start = "IntercomPS.Cmdlets.Sandbox.StartIntercomSandboxCommand";

    private readonly ModuleRunspace _runspace = ModuleRunspace.Open();

    public void Dispose()
    {
        _runspace.Run("Stop-IntercomSandbox").Succeeded();
        _runspace.Dispose();
    }

    [Fact]
    public void A_sandbox_runs_on_loopback_and_can_be_connected_to()
    {
        PSObject sandbox = Assert.Single(_runspace.Run("Start-IntercomSandbox -Conversations 12").Succeeded());

        var address = (Uri)sandbox.Properties["BaseUri"].Value;
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(address.Host)));
        Assert.Equal(12, sandbox.Properties["Conversations"].Value);
        Assert.Equal(true, sandbox.Properties["IsRunning"].Value);
        Assert.Equal(12, _runspace.Run("Connect-Intercom -Sandbox; Search-IntercomConversation").Succeeded().Count);
        Assert.Equal(2, sandbox.Properties["Requests"].Value);
        Assert.Equal(0, sandbox.Properties["RateLimited"].Value);
    }

    [Fact]
    public void It_has_500_conversations_and_a_quota_of_10000_a_minute_by_default()
    {
        Assert.Equal(500, Assert.Single(_runspace.Run("(Start-IntercomSandbox).Conversations").Succeeded()).BaseObject);
        Assert.Equal(1667, Assert.Single(_runspace.Run("Connect-Intercom -Sandbox; (Get-IntercomSession).Quota.Limit").Succeeded()).BaseObject);
    }

    [Fact]
    public void The_same_seed_gives_the_same_conversations_and_another_gives_others()
    {
        const string Texts = "Connect-Intercom -Sandbox; Search-IntercomConversation | ForEach-Object { $_.FirstMessageBody };";

        string TextsOf(int seed) => string.Join(
            '|', _runspace.Run($"$null = Start-IntercomSandbox -Conversations 20 -Seed {seed}; {Texts}").Succeeded());

        string texts = TextsOf(seed: 3);
        Assert.Equal(texts, TextsOf(seed: 3));
        Assert.NotEqual(texts, TextsOf(seed: 4));
    }

    [Fact]
    public void Region_rate_limit_and_faults_are_taken()
    {
        PSObject session = Assert.Single(_runspace.Run(
            "$null = Start-IntercomSandbox -Conversations 30 -Region AU -RateLimit 50 -Fault ServerError, Truncated -FaultRate 0 -InclusiveComparison; "
            + "Connect-Intercom -Sandbox -PassThru").Succeeded());

        Assert.Equal("AU", $"{session.Properties["Region"].Value}");
        Assert.Equal(50, Assert.Single(_runspace.Run("(Get-IntercomSession).Quota.Limit").Succeeded()).BaseObject);
    }

    [Theory]
    [InlineData("ServerError")]
    [InlineData("Reset")]
    [InlineData("Truncated")]
    [InlineData("SlowPage")]
    [InlineData("MovingRows")]
    [InlineData("RefusedCursor")]
    [InlineData("TooManyRequests")]
    [InlineData("Disappearing")]
    public void Each_fault_has_its_name(string fault) =>
        Assert.Single(_runspace.Run($"Start-IntercomSandbox -Conversations 1 -Fault {fault}").Succeeded());

    [Theory]
    [InlineData("-Conversations -1")]
    [InlineData("-Port 70000")]
    [InlineData("-FaultRate 1.5")]
    [InlineData("-Latency -1")]
    [InlineData("-RateLimit -1")]
    [InlineData("-Fault Earthquake")]
    public void Values_out_of_range_are_refused(string parameters)
    {
        ScriptResult result = _runspace.RunToError($"Start-IntercomSandbox {parameters}");

        Assert.NotNull(result.Failure);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_port_that_is_taken_ends_the_command_with_the_port_as_target()
    {
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        ScriptResult result = _runspace.RunToError($"Start-IntercomSandbox -Conversations 1 -Port {port}");
        taken.Stop();

        Assert.Equal("SandboxPortUnavailable," + Start, result.FailureId);
        Assert.Equal(ErrorCategory.ResourceUnavailable, result.Failure!.ErrorRecord.CategoryInfo.Category);
        Assert.Equal(port, result.Failure.ErrorRecord.TargetObject);
    }

    [Fact]
    public void A_stop_frees_the_port()
    {
        int[] ports = [.. _runspace.Run(
            "$s = Start-IntercomSandbox -Conversations 1; $s.BaseUri.Port; Stop-IntercomSandbox -Sandbox $s; "
            + "(Start-IntercomSandbox -Conversations 1 -Port $s.BaseUri.Port).BaseUri.Port").Succeeded().Select(port => (int)port.BaseObject)];

        Assert.Equal(ports[0], ports[1]);
    }

    [Fact]
    public void Several_run_at_once_and_each_is_stopped_alone()
    {
        object[] states = [.. _runspace.Run(
            "$a, $b, $c = 1..3 | ForEach-Object { Start-IntercomSandbox -Conversations $_ }; $a, $c | Stop-IntercomSandbox; "
            + "$a.IsRunning; $b.IsRunning; $c.IsRunning; Connect-Intercom -Sandbox; @(Search-IntercomConversation).Count; "
            + "Stop-IntercomSandbox; $b.IsRunning; Stop-IntercomSandbox").Succeeded().Select(state => state.BaseObject)];

        Assert.Equal([false, true, false, 2, false], states);
    }

    [Fact]
    public void Connect_Sandbox_takes_the_one_that_was_started_last() =>
        Assert.Equal(7, _runspace.Run(
            "$null = Start-IntercomSandbox -Conversations 5; $null = Start-IntercomSandbox -Conversations 7; Connect-Intercom -Sandbox; Search-IntercomConversation")
            .Succeeded().Count);

    [Fact]
    public void Without_a_sandbox_Connect_says_how_to_start_one()
    {
        ScriptResult result = _runspace.RunToError("Stop-IntercomSandbox; Connect-Intercom -Sandbox");

        Assert.StartsWith("AccessTokenUnusable,", result.FailureId, StringComparison.Ordinal);
        Assert.Contains("Start-IntercomSandbox", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_whose_sandbox_was_stopped_can_connect_to_another()
    {
        ScriptResult result = _runspace.Run(
            "$null = Start-IntercomSandbox -Conversations 2; Connect-Intercom -Sandbox; Stop-IntercomSandbox; "
            + "$null = Start-IntercomSandbox -Conversations 3; Connect-Intercom -Sandbox; Search-IntercomConversation");

        Assert.Equal(3, result.Succeeded().Count);
    }
}
