using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace IntercomPS.Sandbox;

/// <summary>What the sandbox was asked since it was started.</summary>
public sealed class SandboxCounters
{
    private const int Remembered = 20_000;

    private readonly object _gate = new();
    private readonly Queue<SandboxRequest> _recent = new();
    private readonly Dictionary<string, int> _byRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Start, string ApiVersion), SandboxWindow> _windows = [];
    private int _total;
    private int _refused;
    private int _active;
    private int _mostActive;

    /// <summary>The number of requests.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>The number of answers with status 429.</summary>
    public int TooManyRequests => Volatile.Read(ref _refused);

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MaxConcurrency => Volatile.Read(ref _mostActive);

    /// <summary>The number of requests by method and route, for example <c>GET /conversations/{id}</c>.</summary>
    public IReadOnlyDictionary<string, int> ByRoute
    {
        get
        {
            lock (_gate)
            {
                return _byRoute.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>The last 20,000 requests, the oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Recent
    {
        get
        {
            lock (_gate)
            {
                return _recent.ToArray();
            }
        }
    }

    /// <summary>The requests of each window of the quota since the start, the oldest first.</summary>
    public IReadOnlyList<SandboxWindow> Windows
    {
        get
        {
            lock (_gate)
            {
                return _windows.Values.OrderBy(window => window.Start).ThenBy(window => window.ApiVersion, StringComparer.Ordinal).ToArray();
            }
        }
    }

    internal void Begin()
    {
        lock (_gate)
        {
            _mostActive = Math.Max(_mostActive, ++_active);
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            _active--;
        }
    }

    internal void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            _total++;
            _refused += request.Status == 429 ? 1 : 0;
            string route = $"{request.Method} {request.Route}";
            _byRoute[route] = _byRoute.TryGetValue(route, out int count) ? count + 1 : 1;
            CountInWindow(request.RateWindow, request.ApiVersion ?? string.Empty, request.Status == 429);
            _recent.Enqueue(request);
            if (_recent.Count > Remembered)
            {
                _recent.Dequeue();
            }
        }
    }

    private void CountInWindow(long start, string apiVersion, bool isRefused)
    {
        if (!_windows.TryGetValue((start, apiVersion), out SandboxWindow? window))
        {
            window = new SandboxWindow(start, apiVersion, Answered: 0, Refused: 0);
        }

        _windows[(start, apiVersion)] = isRefused ? window with { Refused = window.Refused + 1 } : window with { Answered = window.Answered + 1 };
    }
}
