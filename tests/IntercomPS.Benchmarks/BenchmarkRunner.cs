using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Benchmarks;

namespace IntercomPS.Benchmarks;

/// <summary>Runs the benchmarks asked for, one after the other, and prints the table.</summary>
internal sealed class BenchmarkRunner
{
    private static readonly IBenchmark[] All =
    [
        new ExportTimeBenchmark(), new LatencyBenchmark(), new QuotaBenchmark(), new MemoryBenchmark(), new StartupBenchmark(),
        new FirstObjectBenchmark(), new FilterBenchmark(),
    ];

    private readonly BenchmarkOptions _options;

    public BenchmarkRunner(BenchmarkOptions options)
    {
        _options = options;
    }

    /// <summary>The names that --only takes.</summary>
    public static IEnumerable<string> Names => All.Select(benchmark => benchmark.Name);

    /// <summary>Runs them.</summary>
    /// <returns>The exit code of the process: a missed goal is a figure, and not a failure.</returns>
    public async Task<int> RunAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("IntercomPS.Benchmarks.");
        try
        {
            var table = new BenchmarkTable();
            foreach (IBenchmark benchmark in All.Where(benchmark => _options.Only.Count == 0 || _options.Only.Contains(benchmark.Name)))
            {
                await Console.Error.WriteLineAsync($"{benchmark.Name} …").ConfigureAwait(false);
                await benchmark.RunAsync(new BenchmarkContext(_options.Quick, folder.FullName, table)).ConfigureAwait(false);
            }

            table.Print(Console.Out, _options.Quick);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
