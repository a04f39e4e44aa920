namespace IntercomPS.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Figure">Ours, with its unit.</param>
/// <param name="Baseline">What it is held against, with its unit; null where there is nothing.</param>
/// <param name="Ratio">Ours divided by the baseline; null where there is none.</param>
/// <param name="Goal">The goal in words; null for a figure that is only told.</param>
/// <param name="Met">Whether the goal is met.</param>
internal sealed record BenchmarkLine(string Name, string Figure, string? Baseline, double? Ratio, string? Goal = null, bool Met = false);
