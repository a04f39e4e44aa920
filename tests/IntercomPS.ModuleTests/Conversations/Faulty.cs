using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Searches a whole workspace on a bad day of the service.</summary>
internal static class Faulty
{
    /// <summary>The sandbox of a bad day: eight pages of conversations.</summary>
    internal static SandboxOptions Day(SandboxFault faults, double rate, int seed = 1) => new()
    {
        Conversations = 1200,
        Seed = seed,
        Now = ConnectedModule.Present,
        RateLimit = 0,
        Faults = faults,
        FaultRate = rate,
        SlowPageDelay = TimeSpan.FromSeconds(3),
    };

    /// <summary>Whether any request was one that a test looks for.</summary>
    internal static Func<SandboxServer, bool> Asked(Func<SandboxRequest, bool> isIt) => server => server.Counters.Recent.Any(isIt);

    /// <summary>Fails unless the search finds every conversation once, and what went wrong left its trace.</summary>
    /// <param name="options">The sandbox.</param>
    /// <param name="search">Parameters of the search.</param>
    /// <param name="happened">Whether the sandbox met what the test is about: else the test proves nothing.</param>
    /// <param name="connect">Parameters of Connect-Intercom.</param>
    internal static void FindsAllOnce(SandboxOptions options, string search, Func<SandboxServer, bool> happened, string connect = "")
    {
        using ConnectedModule module = ConnectedModule.Start(options, connect);

        IReadOnlyList<string> ids = module.Ids($"Search-IntercomConversation {search}");

        Assert.Equal(module.NewestFirst.Select(c => c.Id).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.True(happened(module.Server), "Nothing went wrong.");
    }
}
