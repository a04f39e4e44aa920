using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;
using IntercomPS.Benchmarks.Workloads;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>The export of many conversations to CSV without latency, beside a plain loop and the raw bytes.</summary>
internal sealed class ExportTimeBenchmark : IBenchmark
{
    private const double Goal = 0.75;

    public string Name => "export";

    public async Task RunAsync(BenchmarkContext context)
    {
        int conversations = context.Quick ? 3_000 : 30_000;
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(conversations, TimeSpan.Zero).ConfigureAwait(false);
        var ours = new List<IReadOnlyDictionary<string, double>>();
        var loop = new List<IReadOnlyDictionary<string, double>>();
        var raw = new List<IReadOnlyDictionary<string, double>>();

        // In turns, so that whatever else the machine does meets all alike. The first turn warms the sandbox and the disk's cache.
        for (int run = 0; run <= context.Runs; run++)
        {
            ours.Add(await ChildRun.RunScriptAsync(
                "export.ps1", StagedModule.Manifest, sandbox, shell: null, context.PathOf("ours.csv")).ConfigureAwait(false));
            loop.Add(await ChildRun.RunAsync(Workload.PlainLoop, sandbox, context.PathOf("loop.csv")).ConfigureAwait(false));
            raw.Add(await ChildRun.RunAsync(Workload.RawBytes, sandbox).ConfigureAwait(false));
        }

        RequireRows(ours, conversations);
        RequireRows(loop, conversations);
        double time = MedianOf(ours, "elapsed");
        double loopTime = MedianOf(loop, "elapsed");
        double rawTime = MedianOf(raw, "elapsed");
        string what = Figures.Format($"export {conversations:N0} to CSV");
        context.Table.Add(new BenchmarkLine(
            what + ", beside a plain loop", Told(time, conversations), Told(loopTime, conversations), time / loopTime,
            Figures.Format($"≤ {Goal:0.00}"), time / loopTime <= Goal));
        context.Table.Add(new BenchmarkLine(
            what + ", beside raw bytes", Told(time, conversations), Told(rawTime, conversations), time / rawTime));
        context.Table.Add(new BenchmarkLine(
            what + ", processor time beside a plain loop",
            Figures.Seconds(MedianOf(ours, "cpu")), Figures.Seconds(MedianOf(loop, "cpu")), MedianOf(ours, "cpu") / MedianOf(loop, "cpu")));
        context.Table.Add(new BenchmarkLine(
            what + ", peak memory beside a plain loop",
            Figures.Megabytes(MedianOf(ours, "peak")), Figures.Megabytes(MedianOf(loop, "peak")), MedianOf(ours, "peak") / MedianOf(loop, "peak")));
        context.Table.Note(
            Figures.Format($"export: median of {context.Runs} runs after one that is left out, each in a fresh process, in turns; no latency, no contact look-up; ")
            + "the time of the command in a process that has connected (GET /me), JIT compilation within it. The plain loop: HttpClient, JsonDocument, "
            + "150 a page, cursor in the body, the same 14 columns through CsvHelper, HTML stripped by two source-generated regular expressions.");
        context.Table.Note(Figures.Format($"export: fastest and slowest run: ours {Span(ours)}, plain loop {Span(loop)}, raw bytes {Span(raw)}."));
    }

    private static void RequireRows(IEnumerable<IReadOnlyDictionary<string, double>> runs, int rows)
    {
        if (runs.FirstOrDefault(run => (int)run["rows"] != rows) is { } wrong)
        {
            throw new InvalidOperationException($"An export wrote {wrong["rows"]} rows of {rows}.");
        }
    }

    private static double MedianOf(List<IReadOnlyDictionary<string, double>> runs, string figure) =>
        Figures.Median(runs.Skip(1).Select(run => run[figure]));

    private static string Told(double milliseconds, int conversations) =>
        Figures.Format($"{Figures.Seconds(milliseconds)}, {conversations / milliseconds * 1000:N0}/s");

    private static string Span(List<IReadOnlyDictionary<string, double>> runs) =>
        $"{Figures.Seconds(runs.Skip(1).Min(run => run["elapsed"]))} to {Figures.Seconds(runs.Skip(1).Max(run => run["elapsed"]))}";
}
