using System;
using System.Globalization;
using IntercomPS.Sandbox;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>The sandbox's own process: tells its address and token on standard output, and ends with standard input.</summary>
internal static class SandboxHost
{
    /// <summary>The first argument that makes this program a sandbox; the number of conversations and the latency in milliseconds follow.</summary>
    public const string Argument = "--sandbox";

    /// <summary>Runs the sandbox until standard input ends, which it does when the parent ends, however it ends.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Conversations = int.Parse(arguments[0], CultureInfo.InvariantCulture),
            Latency = TimeSpan.FromMilliseconds(int.Parse(arguments[1], CultureInfo.InvariantCulture)),
            RateLimit = 0,
            Seed = 1,
        });
        Console.WriteLine(server.BaseUri);
        Console.WriteLine(server.AccessToken);
        Console.In.ReadToEnd();
        server.Stop();
        return 0;
    }
}
