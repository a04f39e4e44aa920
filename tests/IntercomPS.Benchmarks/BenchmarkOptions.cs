using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Quick">Whether sizes and numbers of runs are small: to see that everything works, not to quote.</param>
/// <param name="Only">The benchmarks to run; empty for all.</param>
internal sealed record BenchmarkOptions(bool Quick, IReadOnlyList<string> Only)
{
    public static readonly string Usage =
        "Usage: IntercomPS.Benchmarks [--quick] [--only NAME]...   with NAME one of: " + string.Join(", ", BenchmarkRunner.Names);

    /// <summary>Reads the command line.</summary>
    /// <returns>The options; null where the command line makes no sense.</returns>
    public static BenchmarkOptions? Parse(string[] arguments)
    {
        bool quick = false;
        var only = new List<string>();
        for (int index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--only" when index + 1 < arguments.Length && BenchmarkRunner.Names.Contains(arguments[index + 1], StringComparer.Ordinal):
                    only.Add(arguments[++index]);
                    break;
                default:
                    return null;
            }
        }

        return new BenchmarkOptions(quick, only);
    }
}
