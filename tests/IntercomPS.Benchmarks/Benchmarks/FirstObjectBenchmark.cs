using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;
using IntercomPS.Benchmarks.Workloads;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>The first object of a search of many pages comes with the first page.</summary>
internal sealed class FirstObjectBenchmark : IBenchmark
{
    private const int Conversations = 1_500;
    private const double Goal = 1.1;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    public string Name => "first-object";

    public async Task RunAsync(BenchmarkContext context)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(Conversations, Latency).ConfigureAwait(false);
        var runs = new List<IReadOnlyDictionary<string, double>>();
        for (int run = 0; run < 3; run++)
        {
            runs.Add(await ChildRun.RunScriptAsync("firstobject.ps1", StagedModule.Manifest, sandbox).ConfigureAwait(false));
        }

        double page = (await ChildRun.RunAsync(Workload.RawPage, sandbox).ConfigureAwait(false))["page"];
        double warm = Figures.Median(runs.Select(run => run["warm.first"]));
        double cold = Figures.Median(runs.Select(run => run["cold.first"]));
        double last = Figures.Median(runs.Select(run => run["warm.last"]));
        string baseline = "one page: " + Figures.Milliseconds(page);
        context.Table.Add(new BenchmarkLine(
            "first object of a search of 10 pages", Figures.Milliseconds(warm), baseline, warm / page, Figures.Format($"≤ {Goal:0.0} pages"), warm / page <= Goal));
        context.Table.Add(new BenchmarkLine(
            "the same at first use", Figures.Milliseconds(cold), baseline, cold / page, "< 2 pages", cold < 2 * page));
        context.Table.Note(Figures.Format(
            $"first-object: median of 3 at {Latency.TotalMilliseconds:0} ms latency; the first search of a process compiles the code on its way, the second has it. ")
            + Figures.Format($"The last object comes after {Figures.Seconds(last)}."));
    }
}
