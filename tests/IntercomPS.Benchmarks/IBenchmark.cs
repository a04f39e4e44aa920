using System.Threading.Tasks;

namespace IntercomPS.Benchmarks;

/// <summary>One benchmark of the table.</summary>
internal interface IBenchmark
{
    /// <summary>The name that --only takes.</summary>
    string Name { get; }

    /// <summary>Measures, and adds its lines to the table.</summary>
    Task RunAsync(BenchmarkContext context);
}
