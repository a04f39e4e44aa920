using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Processes;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>Import-Module and the first cmdlets, in the engine hosted here and in an installed PowerShell.</summary>
internal sealed class StartupBenchmark : IBenchmark
{
    private const double ImportGoal = 100;
    private const double FirstCmdletGoal = 200;

    public string Name => "startup";

    public async Task RunAsync(BenchmarkContext context)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(500, TimeSpan.Zero).ConfigureAwait(false);
        await MeasureAsync(context, sandbox, shell: null, "hosted engine").ConfigureAwait(false);
        if (InstalledShell.Find() is { } shell)
        {
            await MeasureAsync(context, sandbox, shell, "pwsh").ConfigureAwait(false);
        }
        else
        {
            context.Table.Note($"startup: no pwsh on the PATH and none named by {InstalledShell.Variable}; the hosted engine alone was measured.");
        }

        context.Table.Note(Figures.Format(
            $"startup: median of {context.Runs} fresh processes after one that is left out, no latency. Beside the import: the import of an empty script module in another process. ")
            + "Beside the first search: the same search once more.");
    }

    private static async Task MeasureAsync(BenchmarkContext context, SandboxProcess sandbox, string? shell, string where)
    {
        var runs = new List<IReadOnlyDictionary<string, double>>();
        var empty = new List<double>();
        for (int run = 0; run <= context.Runs; run++)
        {
            runs.Add(await ChildRun.RunScriptAsync("startup.ps1", StagedModule.Manifest, sandbox, shell).ConfigureAwait(false));
            empty.Add((await ChildRun.RunScriptAsync("import.ps1", ScriptFiles.EmptyModule, sandbox: null, shell).ConfigureAwait(false))["import"]);
        }

        double import = MedianOf(runs, "import");
        double connect = MedianOf(runs, "connect");
        double search = MedianOf(runs, "search");
        double again = MedianOf(runs, "again");
        double nothing = Figures.Median(empty.Skip(1));
        context.Table.Add(Line($"Import-Module ({where})", import, nothing, ImportGoal));
        context.Table.Add(Line($"first cmdlet, Connect-Intercom ({where})", connect, baseline: null, FirstCmdletGoal));
        context.Table.Add(Line($"then the first Search -First 1 ({where})", search, again, FirstCmdletGoal));
    }

    private static double MedianOf(List<IReadOnlyDictionary<string, double>> runs, string figure) =>
        Figures.Median(runs.Skip(1).Select(run => run[figure]));

    private static BenchmarkLine Line(string name, double figure, double? baseline, double goal) => new(
        name,
        Figures.Milliseconds(figure),
        baseline is { } known ? Figures.Milliseconds(known) : null,
        Ratio: null,
        Figures.Format($"< {goal:0} ms"),
        figure < goal);
}
