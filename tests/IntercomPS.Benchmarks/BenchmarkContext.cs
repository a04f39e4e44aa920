using System.IO;

namespace IntercomPS.Benchmarks;

/// <summary>What a benchmark has at hand.</summary>
/// <param name="Quick">Whether small sizes do.</param>
/// <param name="Folder">A folder of its own for the files that are written.</param>
/// <param name="Table">Where the figures go.</param>
internal sealed record BenchmarkContext(bool Quick, string Folder, BenchmarkTable Table)
{
    /// <summary>How many runs the median is taken of.</summary>
    public int Runs => Quick ? 3 : 7;

    /// <summary>A path for the file that a run writes.</summary>
    public string PathOf(string name) => Path.Join(Folder, name);
}
