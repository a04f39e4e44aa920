using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;
using IntercomPS.Benchmarks.Workloads;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>One run against a sandbox with a quota: full threads fetched by one process or several, and perhaps another client beside them.</summary>
internal sealed class QuotaRun
{
    /// <summary>The versions that our processes ask for, by which the sandbox tells them apart.</summary>
    public static readonly string[] OurVersions = ["2.15", "2.14"];

    private const string OtherVersion = "2.13";
    private const int WindowSeconds = 10;
    private const int Conversations = 150;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    private readonly int _limit;
    private readonly IReadOnlyList<QuotaWindow> _windows;

    private QuotaRun(int limit, IReadOnlyList<QuotaWindow> windows)
    {
        _limit = limit;
        _windows = WholeOnes(windows);
    }

    /// <summary>How many whole windows were counted.</summary>
    public int WholeWindows => _windows.Select(window => window.Start).Distinct().Count();

    /// <summary>All answers with status 429 in them.</summary>
    public int Refused => _windows.Sum(window => window.Refused);

    /// <summary>The share of the quota that was used.</summary>
    public double UsedShare => _windows.Sum(window => window.Answered) / ((double)_limit * WholeWindows);

    /// <summary>The share of 429 among all answers.</summary>
    public double RefusedShare => (double)Refused / _windows.Sum(window => window.Answered + window.Refused);

    /// <summary>The share that we used of what the other client left.</summary>
    public double RestUsedShare
    {
        get
        {
            int theirs = _windows.Where(window => window.Client == OtherVersion).Sum(window => window.Answered + window.Refused);
            int ours = _windows.Where(window => window.Client != OtherVersion).Sum(window => window.Answered);
            return ours / (((double)_limit * WholeWindows) - theirs);
        }
    }

    /// <summary>Runs.</summary>
    /// <param name="limit">How many requests a window allows.</param>
    /// <param name="windows">For about how many windows.</param>
    /// <param name="processes">How many processes of ours there are.</param>
    /// <param name="othersShare">The share of the quota that another client takes; 0 for none.</param>
    public static async Task<QuotaRun> RunAsync(int limit, double windows, int processes = 1, double othersShare = 0)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(Conversations, Latency, limit).ConfigureAwait(false);
        int count = (int)(limit * windows * (1 - othersShare) / processes);
        var running = new List<Task<IReadOnlyDictionary<string, double>>>();
        if (othersShare > 0)
        {
            running.Add(ChildRun.RunAsync(
                Workload.SteadyClient, sandbox, Invariant(othersShare * limit / WindowSeconds), Invariant(WindowSeconds * (windows + 1)), OtherVersion));
        }

        running.AddRange(OurVersions.Take(processes).Select(version => ChildRun.RunScriptAsync(
            "quota.ps1", StagedModule.Manifest, sandbox, shell: null, Invariant(count), version)));
        foreach (IReadOnlyDictionary<string, double> figures in await Task.WhenAll(running).ConfigureAwait(false))
        {
            if (figures.TryGetValue("got", out double got) && (int)got != count)
            {
                throw new InvalidOperationException($"A command got {got} threads of {count}.");
            }
        }

        return new QuotaRun(limit, await sandbox.StopAsync().ConfigureAwait(false));
    }

    /// <summary>The share that one of our processes had of what all of ours had.</summary>
    public double ShareOf(string version) =>
        (double)_windows.Where(window => window.Client == version).Sum(window => window.Answered)
        / _windows.Where(window => window.Client != OtherVersion).Sum(window => window.Answered);

    private static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The windows in the midst of which no client began or ended.</summary>
    private static List<QuotaWindow> WholeOnes(IReadOnlyList<QuotaWindow> windows)
    {
        List<IGrouping<string, QuotaWindow>> clients = windows.GroupBy(window => window.Client).ToList();
        long first = clients.Max(client => client.Min(window => window.Start));
        long last = clients.Min(client => client.Max(window => window.Start));
        List<QuotaWindow> whole = windows.Where(window => window.Start > first && window.Start < last).ToList();
        return whole.Count > 0 ? whole : throw new InvalidOperationException("No window was whole.");
    }
}
