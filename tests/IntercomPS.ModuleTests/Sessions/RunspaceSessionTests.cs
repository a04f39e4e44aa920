using System.Linq;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Sessions;

/// <summary>Each runspace has its own session; all sessions of one token share its quota.</summary>
[Collection(SerialTests.Name)]
public sealed class RunspaceSessionTests
{
    private const string Token = "one-token-for-several-sessions";

    [Fact]
    public async Task Two_runspaces_with_two_sessions_at_once_see_each_its_own_workspace()
    {
        using ConnectedModule first = ConnectedModule.Start(new SandboxOptions { Conversations = 310, Seed = 1, RateLimit = 0 });
        using ConnectedModule second = ConnectedModule.Start(new SandboxOptions { Conversations = 450, Seed = 2, RateLimit = 0 });
        const string Script = "1..5 | ForEach-Object { (Get-IntercomSession).WorkspaceId; @(Search-IntercomConversation).Count }";

        ScriptResult[] results = await Task.WhenAll(
            Task.Run(() => first.Run(Script), TestContext.Current.CancellationToken),
            Task.Run(() => second.Run(Script), TestContext.Current.CancellationToken));

        Assert.Equal(Enumerable.Repeat<object>(310, 5), results[0].Succeeded().Where(o => o.BaseObject is int).Select(o => o.BaseObject));
        Assert.Equal(Enumerable.Repeat<object>(450, 5), results[1].Succeeded().Where(o => o.BaseObject is int).Select(o => o.BaseObject));
        Assert.Equal(first.Server.BaseUri, first.Run("(Get-IntercomSession).BaseUri").Succeeded().Single().BaseObject);
        Assert.Equal(second.Server.BaseUri, second.Run("(Get-IntercomSession).BaseUri").Succeeded().Single().BaseObject);
    }

    [Fact]
    public void A_session_that_is_handed_over_works_in_another_runspace_and_is_not_its_own()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 7 });
        using ModuleRunspace other = ModuleRunspace.Open();
        other.SetVariable("session", module.Run("Get-IntercomSession").Succeeded().Single().BaseObject);

        Assert.Equal(7, other.Run("Search-IntercomConversation -Session $session").Succeeded().Count);
        Assert.Empty(other.Run("Get-IntercomSession").Succeeded());
        Assert.StartsWith("NotConnected,", other.RunToError("Search-IntercomConversation").FailureId);
    }

    [Fact]
    public void Disconnecting_one_runspace_leaves_the_other_connected()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 2, AccessToken = Token });
        using ModuleRunspace first = Connect(server);
        using ModuleRunspace second = Connect(server);

        first.Run("Disconnect-Intercom").Succeeded();

        Assert.Equal(2, second.Run("Search-IntercomConversation").Succeeded().Count);
    }

    [Fact]
    public async Task Sessions_of_one_token_share_its_quota_without_bursts_of_429()
    {
        // 2 connections, then 2 × 6 pages: more than one window allows to two who know nothing of each other.
        using SandboxServer server = SandboxServer.Start(
            new SandboxOptions { Conversations = 900, AccessToken = Token, RateLimit = 10 });
        using ModuleRunspace first = Connect(server);
        using ModuleRunspace second = Connect(server);

        ScriptResult[] results = await Task.WhenAll(
            Task.Run(() => first.Run("@(Search-IntercomConversation).Count"), TestContext.Current.CancellationToken),
            Task.Run(() => second.Run("@(Search-IntercomConversation).Count"), TestContext.Current.CancellationToken));

        Assert.All(results, result => Assert.Equal(900, result.Succeeded().Single().BaseObject));
        Assert.InRange(server.Counters.TooManyRequests, 0, 1);
        Assert.True(server.Counters.Recent.Select(request => request.RateWindow).Distinct().Count() > 1);
    }

    private static ModuleRunspace Connect(SandboxServer server)
    {
        ModuleRunspace runspace = ModuleRunspace.Open();
        runspace.SetVariable("uri", server.BaseUri);
        runspace.SetVariable("token", SecureText.Of(server.AccessToken));
        runspace.Run("Connect-Intercom -AccessToken $token -BaseUri $uri").Succeeded();
        return runspace;
    }
}
