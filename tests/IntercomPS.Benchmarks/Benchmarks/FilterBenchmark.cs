using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>Parsing a filter and planning its searches, beside PowerShell's parser alone.</summary>
internal sealed class FilterBenchmark : IBenchmark
{
    private const double Goal = 1;

    public string Name => "filter";

    public async Task RunAsync(BenchmarkContext context)
    {
        var runs = new List<IReadOnlyDictionary<string, double>>();
        for (int run = 0; run < context.Runs; run++)
        {
            runs.Add(await ChildRun.RunScriptAsync("filter.ps1", StagedModule.Manifest, sandbox: null).ConfigureAwait(false));
        }

        double parser = MedianOf(runs, "parser");
        context.Table.Add(Line("a filter of five conditions as a text, parsed and planned", MedianOf(runs, "usual"), parser));
        context.Table.Add(Line("the same as a script block", MedianOf(runs, "block"), parser));
        context.Table.Add(new BenchmarkLine("a filter of 200 conditions, which takes several searches", Figures.Milliseconds(MedianOf(runs, "wide")), null, null));
        context.Table.Add(new BenchmarkLine("the first filter of a process", Figures.Milliseconds(MedianOf(runs, "first")), null, null));
        context.Table.Note("filter: a call of Get-IntercomQuery in the hosted engine, beside [Parser]::ParseInput of the same text; mean of 2,000 calls after 2,000, median of the runs.");
    }

    private static double MedianOf(List<IReadOnlyDictionary<string, double>> runs, string figure) =>
        Figures.Median(runs.Select(run => run[figure]));

    private static BenchmarkLine Line(string name, double figure, double parser) =>
        new(name, Figures.Milliseconds(figure), Figures.Milliseconds(parser), figure / parser, Figures.Format($"< {Goal:0} ms"), figure < Goal);
}
