using System;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>A runspace that is connected to a <see cref="StubServer"/>, which takes any token.</summary>
internal sealed class StubbedModule : IDisposable
{
    private StubbedModule(StubServer server, ModuleRunspace runspace)
    {
        Server = server;
        Runspace = runspace;
    }

    internal StubServer Server { get; }

    internal ModuleRunspace Runspace { get; }

    /// <summary>Starts the server, which answers GET /me by itself, and connects.</summary>
    /// <param name="answer">What it answers to everything else.</param>
    internal static StubbedModule Start(Func<StubRequest, StubAnswer> answer)
    {
        var server = new StubServer(request => request.Target == "/me" ? StubAnswer.Me() : answer(request));
        ModuleRunspace runspace = ModuleRunspace.Open();
        runspace.SetVariable("uri", server.BaseUri);
        runspace.SetVariable("token", SecureText.Of("stub-" + Guid.NewGuid().ToString("N")));
        runspace.Run("Connect-Intercom -AccessToken $token -BaseUri $uri").Succeeded();
        return new StubbedModule(server, runspace);
    }

    public void Dispose()
    {
        Runspace.Dispose();
        Server.Dispose();
    }
}
