using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Benchmarks;

/// <summary>Full threads at a latency of 200 ms: the whole quota is used, and nobody is refused.</summary>
internal sealed class QuotaBenchmark : IBenchmark
{
    private const double UsedGoal = 0.97;
    private const double RestGoal = 0.90;
    private const double RefusedGoal = 0.01;
    private const double OthersShare = 0.4;

    public string Name => "quota";

    public async Task RunAsync(BenchmarkContext context)
    {
        // The first and the last window are not whole.
        double windows = context.Quick ? 3.5 : 6.5;
        foreach (int limit in context.Quick ? [167] : new[] { 167, 1667 })
        {
            string what = Figures.Format($"threads at 200 ms, {limit:N0} requests per 10 s");
            AddAlone(context.Table, what, await QuotaRun.RunAsync(limit, windows).ConfigureAwait(false));
            AddBesideAnother(context.Table, what, await QuotaRun.RunAsync(limit, windows, othersShare: OthersShare).ConfigureAwait(false));
            AddTwo(context.Table, what, await QuotaRun.RunAsync(limit, windows, processes: 2).ConfigureAwait(false));
        }

        context.Table.Note(
            "quota: Get-IntercomConversation over many ids, without -ThrottleLimit, in the hosted engine; the sandbox counts in its windows, "
            + "of which the first and the last are left out. The other client sends evenly, whatever comes back; the rest is what it did not ask for.");
    }

    private static void AddAlone(BenchmarkTable table, string what, QuotaRun run)
    {
        table.Add(Share(what + ": quota used", run, run.UsedShare, Figures.Format($"≥ {UsedGoal:0.00}"), run.UsedShare >= UsedGoal));
        table.Add(new BenchmarkLine(what + ": answers with 429", Figures.Format($"{run.Refused}"), null, null, "0", run.Refused == 0));
    }

    private static void AddBesideAnother(BenchmarkTable table, string what, QuotaRun run)
    {
        string beside = what + Figures.Format($", another client takes {OthersShare * 100:0} %");
        table.Add(Share(beside + ": rest used", run, run.RestUsedShare, Figures.Format($"≥ {RestGoal:0.00}"), run.RestUsedShare >= RestGoal));
        table.Add(Share(beside + ": share of 429 of all answers", run, run.RefusedShare, Figures.Format($"≤ {RefusedGoal:0.00}"), run.RefusedShare <= RefusedGoal));
    }

    private static void AddTwo(BenchmarkTable table, string what, QuotaRun run)
    {
        string two = what + ", two processes";
        table.Add(Share(two + ": quota used", run, run.UsedShare));
        table.Add(Share(two + ": share of the one", run, run.ShareOf(QuotaRun.OurVersions[0])));
        table.Add(Share(two + ": share of 429 of all answers", run, run.RefusedShare));
    }

    private static BenchmarkLine Share(string name, QuotaRun run, double share, string? goal = null, bool met = false) =>
        new(name, Figures.Format($"{share * 100:0.0} %"), Figures.Format($"{run.WholeWindows} whole windows"), share, goal, met);
}
