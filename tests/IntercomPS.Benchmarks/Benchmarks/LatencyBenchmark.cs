using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>The export from a server that holds every answer back, beside its pages asked for one after the other.</summary>
internal sealed class LatencyBenchmark : IBenchmark
{
    private const int PageSize = 150;
    private const double Goal = 1.0 / 8;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    public string Name => "latency";

    public async Task RunAsync(BenchmarkContext context)
    {
        int pages = context.Quick ? 40 : 200;
        int conversations = pages * PageSize;
        int runs = context.Quick ? 1 : 3;
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(conversations, Latency).ConfigureAwait(false);
        var times = new List<double>();
        var requests = new List<double>();
        for (int run = 0; run < runs; run++)
        {
            IReadOnlyDictionary<string, double> figures = await ChildRun.RunScriptAsync(
                "export.ps1", StagedModule.Manifest, sandbox, shell: null, context.PathOf("latency.csv")).ConfigureAwait(false);
            if ((int)figures["rows"] != conversations)
            {
                throw new InvalidOperationException($"The export wrote {figures["rows"]} rows of {conversations}.");
            }

            times.Add(figures["elapsed"]);
            requests.Add(figures["requests"]);
        }

        double time = Figures.Median(times);
        double least = pages * Latency.TotalMilliseconds;
        context.Table.Add(new BenchmarkLine(
            Figures.Format($"export {conversations:N0} at {Latency.TotalMilliseconds:0} ms latency"),
            Figures.Seconds(time),
            Figures.Format($"{pages} × {Latency.TotalMilliseconds:0} ms = {Figures.Seconds(least)}"),
            time / least,
            Figures.Format($"≤ {Goal:0.000}"),
            time / least <= Goal));
        context.Table.Note(
            Figures.Format($"latency: median of {runs}; the time of the command in a fresh process that has connected; slowest {Figures.Seconds(times.Max())}; ")
            + Figures.Format($"{Figures.Median(requests):0} requests for {pages} pages, since each slice ends with a page that is not full."));
    }
}
