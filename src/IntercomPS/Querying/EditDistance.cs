using System;

namespace IntercomPS.Querying;

/// <summary>How many letters must change to turn one name into another (Levenshtein), letter case aside.</summary>
internal static class EditDistance
{
    /// <summary>Counts the changes.</summary>
    /// <param name="first">One name.</param>
    /// <param name="second">The other name.</param>
    /// <returns>0 for equal names, at most the longer one's length.</returns>
    public static int Between(string first, string second)
    {
        int[] previous = new int[second.Length + 1];
        int[] current = new int[second.Length + 1];
        for (int column = 0; column <= second.Length; column++)
        {
            previous[column] = column;
        }

        for (int row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= second.Length; column++)
            {
                bool same = char.ToLowerInvariant(first[row - 1]) == char.ToLowerInvariant(second[column - 1]);
                int substituted = previous[column - 1] + (same ? 0 : 1);
                current[column] = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, substituted);
            }

            (previous, current) = (current, previous);
        }

        return previous[second.Length];
    }
}
