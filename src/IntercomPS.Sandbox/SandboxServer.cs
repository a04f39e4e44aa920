using System;
using System.Globalization;
using IntercomPS.Sandbox.Api;
using IntercomPS.Sandbox.Data;
using IntercomPS.Sandbox.Faults;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox;

/// <summary>An Intercom workspace on 127.0.0.1: made-up data behind the contract of the real API.</summary>
public sealed class SandboxServer : IDisposable
{
    private readonly LoopbackListener _listener;

    private SandboxServer(SandboxOptions options)
    {
        Options = options;
        AccessToken = options.AccessToken ?? $"sandbox-{Guid.NewGuid():N}";
        Workspace = WorkspaceGenerator.Generate(options, options.Now ?? options.ReadClock());

        // The routes need the port, the listener needs the routes: requests wait until they are there.
        var ready = new System.Threading.Tasks.TaskCompletionSource<ApiHandler>(System.Threading.Tasks.TaskCreationOptions.RunContinuationsAsynchronously);
        _listener = new LoopbackListener(options.Port, async (request, cancellation) =>
        {
            ApiHandler handler = await ready.Task.ConfigureAwait(false);
            return await handler.AnswerAsync(request, cancellation).ConfigureAwait(false);
        });
        BaseUri = new Uri(string.Format(CultureInfo.InvariantCulture, "http://127.0.0.1:{0}/", _listener.EndPoint.Port));
        var faults = new FaultPlan(options);
        ready.SetResult(new ApiHandler(options, AccessToken, CreateRouter(faults), faults, Counters));
    }

    /// <summary>Where the sandbox is, for example <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>The token that clients must send. It opens nothing but this sandbox.</summary>
    public string AccessToken { get; }

    /// <summary>The options that the sandbox was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>What the sandbox holds.</summary>
    public SandboxWorkspace Workspace { get; }

    /// <summary>What the sandbox was asked.</summary>
    public SandboxCounters Counters { get; } = new();

    /// <summary>Makes the workspace and starts to listen.</summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <returns>The running sandbox.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    public static SandboxServer Start(SandboxOptions? options = null)
    {
        options ??= new SandboxOptions();
        options.Validate();
        return new SandboxServer(options);
    }

    /// <summary>Closes the port and every connection and waits until nothing runs; a second call does nothing.</summary>
    public void Stop() => _listener.Dispose();

    /// <summary>The same as <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    private Router CreateRouter(FaultPlan faults)
    {
        var pages = new PageWriter(Options, BaseUri);
        var conversations = new ConversationEndpoints(Workspace, Options, faults, pages);
        var contacts = new ContactEndpoints(Workspace, Options, pages);
        var lookups = new LookupEndpoints(Workspace, Options);
        var companies = new CompanyEndpoints(Workspace, Options, BaseUri);
        var updates = new ConversationUpdateEndpoint(Workspace, Options, conversations);
        var router = new Router();
        router.Add("GET", "/me", lookups.Me);
        router.Add("POST", "/conversations/search", conversations.Search);
        router.Add("GET", "/conversations", conversations.List);
        router.Add("GET", "/conversations/{id}", conversations.Get);
        router.Add("POST", "/contacts/search", contacts.Search);
        router.Add("GET", "/contacts", contacts.List);
        router.Add("GET", "/contacts/{id}", contacts.Get);
        router.Add("GET", "/admins", lookups.Admins);
        router.Add("GET", "/admins/{id}", lookups.Admin);
        router.Add("GET", "/teams", lookups.Teams);
        router.Add("GET", "/teams/{id}", lookups.Team);
        router.Add("GET", "/tags", lookups.Tags);
        router.Add("GET", "/tags/{id}", lookups.Tag);
        router.Add("PUT", "/conversations/{id}", updates.Update);
        router.Add("GET", "/companies", companies.List);
        router.Add("GET", "/companies/scroll", companies.Scroll);
        router.Add("GET", "/companies/{id}", companies.Get);
        new ReportingEndpoints(Workspace, Options, BaseUri).AddTo(router);
        return router;
    }
}
