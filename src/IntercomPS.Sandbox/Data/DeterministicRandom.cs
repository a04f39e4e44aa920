using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>
/// SplitMix64: the same numbers for the same seed on every framework, which <c>System.Random</c> does not promise.
/// </summary>
internal sealed class DeterministicRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;

    private ulong _state;

    /// <param name="seed">The workspace's seed.</param>
    /// <param name="stream">Which of the seed's independent sequences to draw, for example a conversation's index.</param>
    public DeterministicRandom(int seed, long stream)
        => _state = Mix(unchecked((ulong)seed * Golden) ^ Mix(unchecked((ulong)stream + Golden)));

    /// <summary>A hash of two numbers, spread over all 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    /// <summary>A hash as a share from 0 (included) to 1 (excluded).</summary>
    public static double ToShare(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    public ulong NextUInt64()
    {
        _state = unchecked(_state + Golden);
        return Mix(_state);
    }

    /// <summary>A number from 0 (included) to <paramref name="exclusiveMaximum"/> (excluded).</summary>
    public int Next(int exclusiveMaximum)
        => exclusiveMaximum <= 1 ? 0 : (int)(((NextUInt64() >> 32) * (ulong)exclusiveMaximum) >> 32);

    public int Next(int minimum, int exclusiveMaximum) => minimum + Next(exclusiveMaximum - minimum);

    public bool Chance(double share) => ToShare(NextUInt64()) < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>Twenty-four hexadecimal digits that begin with a time, as Intercom's contact and company ids do.</summary>
    public string NextObjectId(long unixSeconds, int ordinal)
        => $"{(uint)unixSeconds:x8}{(uint)(NextUInt64() >> 32):x8}{(uint)ordinal:x8}";
}
