using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Benchmarks;

/// <summary>How figures are summed up and written.</summary>
internal static class Figures
{
    /// <summary>The median: of an even number, the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static string Seconds(double milliseconds) => Format($"{milliseconds / 1000:0.00} s");

    public static string Milliseconds(double milliseconds) => milliseconds < 10 ? Format($"{milliseconds:0.00} ms") : Format($"{milliseconds:0} ms");

    public static string Megabytes(double bytes) => Format($"{bytes / 1024 / 1024:0} MB");

    public static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
