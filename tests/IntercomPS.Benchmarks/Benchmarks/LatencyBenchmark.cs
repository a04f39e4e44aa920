using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>The export from a server that holds every answer back: nothing but the server may be waited for.</summary>
internal sealed class LatencyBenchmark : IBenchmark
{
    private const int PageSize = 150;
    private const double Goal = 1.05;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    public string Name => "latency";

    public async Task RunAsync(BenchmarkContext context)
    {
        int pages = context.Quick ? 10 : 40;
        int conversations = pages * PageSize;
        int runs = context.Quick ? 1 : 3;
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(conversations, Latency).ConfigureAwait(false);
        var times = new List<double>();
        for (int run = 0; run < runs; run++)
        {
            IReadOnlyDictionary<string, double> figures = await ChildRun.RunScriptAsync(
                "export.ps1", StagedModule.Manifest, sandbox, shell: null, context.PathOf("latency.csv")).ConfigureAwait(false);
            if ((int)figures["requests"] != pages)
            {
                throw new InvalidOperationException($"The export made {figures["requests"]} requests for {pages} pages.");
            }

            times.Add(figures["elapsed"]);
        }

        double time = Figures.Median(times);
        double least = pages * Latency.TotalMilliseconds;
        context.Table.Add(new BenchmarkLine(
            Figures.Format($"export {conversations:N0} at {Latency.TotalMilliseconds:0} ms latency"),
            Figures.Seconds(time),
            Figures.Format($"{pages} × {Latency.TotalMilliseconds:0} ms = {Figures.Seconds(least)}"),
            time / least,
            Figures.Format($"≤ {Goal:0.00}"),
            time / least <= Goal));
        context.Table.Note(Figures.Format(
            $"latency: median of {runs}; the time of the command in a fresh process that has connected; slowest {Figures.Seconds(times.Max())}."));
    }
}
