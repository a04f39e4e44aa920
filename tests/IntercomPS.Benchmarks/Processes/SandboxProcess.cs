using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>A sandbox in another process.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private SandboxProcess(Process process, Uri baseUri, string accessToken)
    {
        _process = process;
        BaseUri = baseUri;
        AccessToken = accessToken;
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUri { get; }

    /// <summary>The token that it lets in.</summary>
    public string AccessToken { get; }

    /// <summary>Starts a sandbox and waits until it listens.</summary>
    /// <param name="conversations">How many conversations it has.</param>
    /// <param name="latency">How long each answer is held back.</param>
    /// <param name="rateLimit">How many requests a window of 10 seconds allows; 0 for no limit.</param>
    public static async Task<SandboxProcess> StartAsync(int conversations, TimeSpan latency, int rateLimit = 0)
    {
        ProcessStartInfo start = Self.Start(
            SandboxHost.Argument,
            conversations.ToString(CultureInfo.InvariantCulture),
            ((int)latency.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            rateLimit.ToString(CultureInfo.InvariantCulture));
        start.RedirectStandardInput = true;
        Process process = Process.Start(start)!;
        try
        {
            string address = await ReadLineAsync(process).ConfigureAwait(false);
            string token = await ReadLineAsync(process).ConfigureAwait(false);
            return new SandboxProcess(process, new Uri(address), token);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends it.</summary>
    /// <returns>What was asked in which window.</returns>
    public async Task<IReadOnlyList<QuotaWindow>> StopAsync()
    {
        _process.StandardInput.Close();
        string[] lines = (await _process.StandardOutput.ReadToEndAsync().WaitAsync(StartLimit).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(Read)];

        static QuotaWindow Read(string line) => line.Split(' ') is [string start, string client, string answered, string refused]
            ? new QuotaWindow(
                long.Parse(start, CultureInfo.InvariantCulture),
                client,
                int.Parse(answered, CultureInfo.InvariantCulture),
                int.Parse(refused, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The sandbox's process wrote: {line}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(EndLimit))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<string> ReadLineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(StartLimit).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The sandbox's process ended before it listened.");
}
