using System;
using System.Globalization;
using IntercomPS.Sandbox;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>The sandbox's own process: tells its address and token on standard output, ends with standard input, and then tells what was asked in which window.</summary>
internal static class SandboxHost
{
    /// <summary>The first argument that makes this program a sandbox; the number of conversations, the latency in milliseconds and the quota of a window (0 for none) follow.</summary>
    public const string Argument = "--sandbox";

    /// <summary>Runs the sandbox until standard input ends, which it does when the parent ends, however it ends.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Conversations = int.Parse(arguments[0], CultureInfo.InvariantCulture),
            Latency = TimeSpan.FromMilliseconds(int.Parse(arguments[1], CultureInfo.InvariantCulture)),
            RateLimit = int.Parse(arguments[2], CultureInfo.InvariantCulture),
            Seed = 1,
        });
        Console.WriteLine(server.BaseUri);
        Console.WriteLine(server.AccessToken);
        Console.In.ReadToEnd();
        server.Stop();
        foreach (SandboxWindow window in server.Counters.Windows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{window.Start} {window.ApiVersion} {window.Answered} {window.Refused}"));
        }

        return 0;
    }
}
