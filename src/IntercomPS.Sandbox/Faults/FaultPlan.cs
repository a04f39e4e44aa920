using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using IntercomPS.Sandbox.Data;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox.Faults;

/// <summary>
/// Decides what goes wrong, from the seed and the request itself, so that it does not depend on which of many
/// parallel requests comes first.
/// </summary>
internal sealed class FaultPlan
{
    private const int MostInARow = 2;

    private static readonly SandboxFault[] OfRequests =
    [
        SandboxFault.ServerError, SandboxFault.EmptyServerError, SandboxFault.Reset, SandboxFault.Truncated,
        SandboxFault.TooManyRequests, SandboxFault.TooManyRequestsRetryAfter,
    ];

    private readonly object _gate = new();
    private readonly Dictionary<ulong, int> _attempts = [];
    private readonly SandboxFault[] _ofRequests;
    private readonly SandboxFault _faults;
    private readonly double _rate;
    private readonly ulong _seed;

    public FaultPlan(SandboxOptions options)
    {
        _faults = options.Faults;
        _rate = options.FaultRate;
        _seed = DeterministicRandom.Mix(unchecked((ulong)options.Seed + 77));
        _ofRequests = OfRequests.Where(f => (_faults & f) != 0).ToArray();
    }

    public bool Has(SandboxFault fault) => (_faults & fault) != 0;

    /// <summary>The fault of this request; <see cref="SandboxFault.None"/> for most.</summary>
    /// <param name="request">The request; the same method, target and body are the same logical request.</param>
    /// <param name="draw">A number to choose between forms of the fault.</param>
    public SandboxFault Next(HttpRequest request, out ulong draw)
    {
        draw = 0;
        if (_ofRequests.Length == 0)
        {
            return SandboxFault.None;
        }

        ulong fingerprint = Fingerprint(request);
        int attempt;
        lock (_gate)
        {
            attempt = _attempts.TryGetValue(fingerprint, out int earlier) ? earlier : 0;
            _attempts[fingerprint] = attempt + 1;
        }

        draw = DeterministicRandom.Mix(fingerprint ^ DeterministicRandom.Mix((ulong)attempt));
        bool mayFail = attempt % (MostInARow + 1) < MostInARow;
        return mayFail && DeterministicRandom.ToShare(draw) < _rate
            ? _ofRequests[(int)(draw % (ulong)_ofRequests.Length)]
            : SandboxFault.None;
    }

    /// <summary>Whether a fault that lasts hits the thing of this name: a cursor, a conversation.</summary>
    public bool Hits(SandboxFault fault, string name)
        => Has(fault) && DeterministicRandom.ToShare(DeterministicRandom.Mix(_seed ^ Hash(name, (ulong)fault))) < _rate;

    /// <summary>How many of so many rows move.</summary>
    public int CountMoving(int rows) => rows == 0 ? 0 : Math.Max(1, (int)(rows * _rate));

    private ulong Fingerprint(HttpRequest request)
    {
        ulong hash = Hash(request.Method + " " + request.Path + "?" + request.QueryText, _seed);
        foreach (byte value in request.Body)
        {
            hash = unchecked((hash ^ value) * 0x100000001B3UL);
        }

        return DeterministicRandom.Mix(hash);
    }

    /// <summary>FNV-1a.</summary>
    private static ulong Hash(string text, ulong seed)
    {
        ulong hash = 0xCBF29CE484222325UL ^ DeterministicRandom.Mix(seed);
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ value) * 0x100000001B3UL);
        }

        return hash;
    }
}
