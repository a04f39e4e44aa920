using System;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Sessions;

/// <summary>What else Connect-Intercom takes, and what it refuses.</summary>
public sealed class ConnectTests : IDisposable
{
    private const string Connect = "IntercomPS.Cmdlets.Connection.ConnectIntercomCommand";

    private static readonly string[] ShownProperties =
        ["WorkspaceId", "WorkspaceName", "AdminId", "Region", "ApiVersion", "BaseUri", "TimeZone", "IsOpen"];

    private readonly ModuleRunspace _runspace = ModuleRunspace.Open();
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxOptions { Conversations = 3, Region = "EU" });

    public ConnectTests()
    {
        _runspace.SetVariable("uri", _server.BaseUri);
        _runspace.SetVariable("token", SecureText.Of(_server.AccessToken));
    }

    public void Dispose()
    {
        _runspace.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Without_PassThru_nothing_is_written_and_the_session_is_there()
    {
        Assert.Empty(_runspace.Run("Connect-Intercom -AccessToken $token -BaseUri $uri").Succeeded());

        PSObject session = Assert.Single(_runspace.Run("Get-IntercomSession").Succeeded());
        Assert.Equal(
            [_server.Workspace.Id, _server.Workspace.Name, _server.Workspace.Admins[0].Id, "EU", "2.15", _server.BaseUri.ToString(), "Etc/UTC", "True"],
            ShownProperties.Select(name => $"{session.Properties[name].Value}"));
    }

    [Fact]
    public void The_quota_is_the_one_of_the_last_answer()
    {
        _runspace.Run("Connect-Intercom -AccessToken $token -BaseUri $uri; $null = Search-IntercomConversation").Succeeded();

        PSObject quota = Assert.Single(_runspace.Run("(Get-IntercomSession).Quota").Succeeded());
        Assert.Equal(1667, quota.Properties["Limit"].Value);
        Assert.InRange((int)quota.Properties["Remaining"].Value, 1664, 1666);
    }

    [Theory]
    [InlineData("2.10")]
    [InlineData("2.16")]
    public void Each_request_asks_for_the_version_that_was_given(string version)
    {
        _runspace.Run($"Connect-Intercom -AccessToken $token -BaseUri $uri -ApiVersion {version}; $null = Search-IntercomConversation").Succeeded();

        Assert.Equal([version, version], _server.Counters.Recent.Select(request => request.ApiVersion));
    }

    [Theory]
    [InlineData("-ApiVersion 1.4")]
    [InlineData("-ApiVersion Unstable")]
    [InlineData("-Region Mars")]
    [InlineData("-TimeoutSec 0")]
    public void Values_that_do_not_exist_are_refused_before_a_request(string parameters)
    {
        ScriptResult result = _runspace.RunToError($"Connect-Intercom -AccessToken $token -BaseUri $uri {parameters}");

        Assert.NotNull(result.Failure);
        Assert.Equal(0, _server.Counters.Total);
    }

    [Theory]
    [InlineData("http://api.intercom.io")]
    [InlineData("http://192.168.1.20:8080/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://127.0.0.1.example.com/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("api.intercom.io")]
    public void A_token_never_travels_in_the_clear(string address)
    {
        ScriptResult result = _runspace.RunToError($"Connect-Intercom -AccessToken $token -BaseUri '{address}'");

        Assert.Equal("InvalidBaseUri," + Connect, result.FailureId);
        Assert.Equal(ErrorCategory.InvalidArgument, result.Failure!.ErrorRecord.CategoryInfo.Category);
    }

    [Fact]
    public void A_bad_token_ends_the_command_and_leaves_the_old_session()
    {
        _runspace.Run("Connect-Intercom -AccessToken $token -BaseUri $uri").Succeeded();
        _runspace.SetVariable("bad", SecureText.Of("bad-token"));

        ScriptResult result = _runspace.RunToError("Connect-Intercom -AccessToken $bad -BaseUri $uri");

        Assert.Equal("Unauthorized," + Connect, result.FailureId);
        Assert.Equal(ErrorCategory.AuthenticationError, result.Failure!.ErrorRecord.CategoryInfo.Category);
        Assert.DoesNotContain("bad-token", result.AllText, StringComparison.Ordinal);
        Assert.Single(_runspace.Run("Search-IntercomConversation -First 1").Succeeded());
    }

    [Fact]
    public void Another_connection_replaces_the_session()
    {
        using SandboxServer other = SandboxServer.Start(new SandboxOptions { Conversations = 5 });
        _runspace.SetVariable("otherUri", other.BaseUri);
        _runspace.SetVariable("otherToken", SecureText.Of(other.AccessToken));

        int[] counts = [.. _runspace.Run(
            "$first = Connect-Intercom -AccessToken $token -BaseUri $uri -PassThru; "
            + "Connect-Intercom -AccessToken $otherToken -BaseUri $otherUri; "
            + "@(Search-IntercomConversation).Count; @(Search-IntercomConversation -Session $first).Count").Succeeded().Select(count => (int)count.BaseObject)];

        Assert.Equal([5, 3], counts);
    }

    [Theory]
    [InlineData("Disconnect-Intercom")]
    [InlineData("Disconnect-Intercom -Session (Get-IntercomSession)")]
    [InlineData("Get-IntercomSession | Disconnect-Intercom")]
    [InlineData("Disconnect-Intercom; Disconnect-Intercom")]
    public void After_Disconnect_a_command_says_that_there_is_no_session(string disconnect)
    {
        ScriptResult result = _runspace.RunToError(
            $"$old = Connect-Intercom -AccessToken $token -BaseUri $uri -PassThru; {disconnect}; "
            + "if ($old.IsOpen) { throw 'still open' }; "
            + "try { Search-IntercomConversation -Session $old } catch { $_.FullyQualifiedErrorId }; Search-IntercomConversation");

        Assert.Equal("NotConnected,IntercomPS.Cmdlets.Conversations.SearchIntercomConversationCommand", Assert.Single(result.Output).BaseObject);
        Assert.Equal("NotConnected,IntercomPS.Cmdlets.Conversations.SearchIntercomConversationCommand", result.FailureId);
        Assert.Empty(_runspace.Run("Get-IntercomSession").Succeeded());
        Assert.Equal(1, _server.Counters.Total);
    }

    [Fact]
    public void A_proxy_gets_the_requests()
    {
        using var proxy = new StubServer(_ => StubAnswer.Me());
        _runspace.SetVariable("proxy", proxy.BaseUri);

        _runspace.Run("Connect-Intercom -AccessToken $token -BaseUri http://127.0.0.1:9/ -Proxy $proxy").Succeeded();

        Assert.Equal("http://127.0.0.1:9/me", Assert.Single(proxy.Requests).Target);
        Assert.Equal(0, _server.Counters.Total);
    }

    [Fact]
    public void A_proxy_that_is_not_there_fails_clearly()
    {
        ScriptResult result = _runspace.RunToError("Connect-Intercom -AccessToken $token -BaseUri $uri -Proxy http://127.0.0.1:9/");

        Assert.Equal("ApiUnavailable," + Connect, result.FailureId);
        Assert.Equal(0, _server.Counters.Total);
    }

    [Fact]
    public void An_answer_that_takes_longer_than_allowed_fails_clearly()
    {
        using var slow = new StubServer(_ => StubAnswer.Me() with { Delay = TimeSpan.FromMinutes(1) });
        _runspace.SetVariable("slow", slow.BaseUri);

        ScriptResult result = _runspace.RunToError("Connect-Intercom -AccessToken $token -BaseUri $slow -TimeoutSec 1");

        Assert.Equal("ApiTimeout," + Connect, result.FailureId);
        Assert.Contains("-TimeoutSec", result.Failure!.Message, StringComparison.Ordinal);
    }
}
