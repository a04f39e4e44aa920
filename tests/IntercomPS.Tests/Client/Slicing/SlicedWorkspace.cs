using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Client.Slicing;

/// <summary>A workspace that is large enough to be read in slices, and its conversations in the order they are expected.</summary>
internal static class SlicedWorkspace
{
    internal const int Size = 6_000;

    internal static readonly DateTimeOffset Present = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Starts it.</summary>
    /// <param name="options">Changes the options.</param>
    internal static SandboxServer Start(Func<SandboxOptions, SandboxOptions>? options = null)
    {
        var standard = new SandboxOptions { Conversations = Size, Seed = 3, RateLimit = 0, Now = Present, FaultRate = 0.2 };
        return SandboxServer.Start(options is null ? standard : options(standard));
    }

    /// <summary>All conversations, the newest first; of those of one second, the one with the highest id.</summary>
    internal static List<SandboxConversation> NewestFirst(SandboxServer server) =>
        [.. server.Workspace.Conversations.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id, StringComparer.Ordinal)];
}
