using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>The peak of memory of a very large export, beside that of a large one.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const double Goal = 1.2;
    private const double MostMegabytes = 200;

    public string Name => "memory";

    public async Task RunAsync(BenchmarkContext context)
    {
        int few = context.Quick ? 3_000 : 30_000;
        int many = context.Quick ? 30_000 : 1_000_000;
        double fewPeak = await PeakAsync(context, few).ConfigureAwait(false);
        double manyPeak = await PeakAsync(context, many).ConfigureAwait(false);
        IReadOnlyDictionary<string, double> engine =
            await ChildRun.RunScriptAsync("import.ps1", ScriptFiles.EmptyModule, sandbox: null).ConfigureAwait(false);
        context.Table.Add(new BenchmarkLine(
            Figures.Format($"peak memory, {many:N0} beside {few:N0}"),
            Figures.Megabytes(manyPeak),
            Figures.Megabytes(fewPeak),
            manyPeak / fewPeak,
            Figures.Format($"≤ {Goal:0.00}"),
            manyPeak / fewPeak <= Goal));
        context.Table.Add(new BenchmarkLine(
            Figures.Format($"peak memory of {many:N0}, whole process"),
            Figures.Megabytes(manyPeak),
            Baseline: null,
            Ratio: null,
            Figures.Format($"< {MostMegabytes:0} MB"),
            manyPeak < MostMegabytes * 1024 * 1024));
        context.Table.Note(Figures.Format(
            $"memory: peak working set of the whole process, median of 3; the PowerShell engine alone takes {Figures.Megabytes(engine["peak"])} of it."));
    }

    private static async Task<double> PeakAsync(BenchmarkContext context, int conversations)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(conversations, TimeSpan.Zero).ConfigureAwait(false);
        var peaks = new List<double>();
        for (int run = 0; run < 3; run++)
        {
            IReadOnlyDictionary<string, double> figures = await ChildRun.RunScriptAsync(
                "export.ps1", StagedModule.Manifest, sandbox, shell: null, context.PathOf("memory.csv")).ConfigureAwait(false);
            if ((int)figures["rows"] != conversations)
            {
                throw new InvalidOperationException($"The export wrote {figures["rows"]} rows of {conversations}.");
            }

            peaks.Add(figures["peak"]);
        }

        return Figures.Median(peaks);
    }
}
