using System;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Sandbox.Faults;
using IntercomPS.Sandbox.Http;
using IntercomPS.Sandbox.Limits;

namespace IntercomPS.Sandbox.Api;

/// <summary>Takes a request through token, quota, faults, version, Accept header and route to its endpoint.</summary>
internal sealed class ApiHandler
{
    private const string NoRoute = "(none)";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly SandboxOptions _options;
    private readonly string _token;
    private readonly Router _router;
    private readonly FaultPlan _faults;
    private readonly RateLimiter _limiter;
    private readonly SandboxCounters _counters;

    public ApiHandler(SandboxOptions options, string token, Router router, FaultPlan faults, SandboxCounters counters)
    {
        _options = options;
        _token = token;
        _router = router;
        _faults = faults;
        _limiter = new RateLimiter(options.RateLimit);
        _counters = counters;
    }

    public async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        _counters.Begin();
        try
        {
            var watch = Stopwatch.StartNew();
            HttpResponse response = Answer(request, out TimeSpan delay);
            delay += _options.Latency - watch.Elapsed;
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, cancellation).ConfigureAwait(false);
            }

            return response;
        }
        finally
        {
            _counters.End();
        }
    }

    private HttpResponse Answer(HttpRequest request, out TimeSpan delay)
    {
        DateTimeOffset now = _options.ReadClock();
        (Router.Route Route, string Id)? route = _router.Find(request.Method, request.Path);
        SandboxFault fault = SandboxFault.None;
        ApiCall? call = null;
        delay = TimeSpan.Zero;
        HttpResponse response;
        if (!IsAuthorized(request))
        {
            // No rate headers: without good credentials there is no app to count for.
            response = ErrorAnswer.Create(new ApiException(401, "unauthorized", "Access Token Invalid"));
        }
        else
        {
            RateQuota? quota = _limiter.Take(now);
            if (quota is { Allowed: false })
            {
                response = TooManyRequests($"Exceeded rate limit of {quota.Limit} in 10_seconds");
            }
            else
            {
                fault = _faults.Next(request, out ulong draw);
                response = FaultAnswer.Create(fault, draw) ?? Run(request, route, out call);
                FaultAnswer.Break(response, fault, draw);
            }

            AddRateHeaders(response, quota);
        }

        if (call?.Page is PageRequest page && _faults.Hits(SandboxFault.SlowPage, "page " + page.CursorText))
        {
            double share = page.PerPage / (double)PageRequest.Maximum;
            delay = TimeSpan.FromTicks((long)(_options.SlowPageDelay.Ticks * share * share));
            fault |= SandboxFault.SlowPage;
        }

        response.Chunked = _options.ChunkedAnswers;
        string path = request.QueryText.Length == 0 ? request.Path : $"{request.Path}?{request.QueryText}";
        int status = response.Fault == WireFault.ResetBeforeAnswer ? 0 : response.Status;
        _counters.Add(new SandboxRequest(
            now, request.Method, path, route?.Route.Template ?? NoRoute, status, RateLimiter.WindowOf(now),
            request.Header("Intercom-Version"), fault, call?.Page?.PerPage));
        return response;
    }

    private HttpResponse Run(HttpRequest request, (Router.Route Route, string Id)? route, out ApiCall? call)
    {
        call = null;
        PooledBuffer? body = null;
        try
        {
            ApiVersion version = RequestHeaders.ReadVersion(request, _options.DefaultApiVersion);
            RequestHeaders.CheckAccept(request, isDownload: route?.Route.Download is not null);
            if (route is not (Router.Route found, string id))
            {
                throw ApiException.NotFound();
            }

            call = new ApiCall(request, version, id);
            if (found.Download is { } download)
            {
                return download(call);
            }

            body = new PooledBuffer();
            using (var json = new Utf8JsonWriter(body, WriterOptions))
            {
                found.Endpoint!(call, json);
            }

            return new HttpResponse(200, body);
        }
        catch (ApiException error)
        {
            body?.Dispose();
            return ErrorAnswer.Create(error);
        }
    }

    internal static HttpResponse TooManyRequests(string message) => ErrorAnswer.Create(new ApiException(429, "rate_limit_exceeded", message));

    private bool IsAuthorized(HttpRequest request) => request.Header("Authorization") == "Bearer " + _token;

    private static void AddRateHeaders(HttpResponse response, RateQuota? quota)
    {
        if (quota is not null)
        {
            response.Headers.Add(new("X-RateLimit-Limit", quota.Limit.ToString(CultureInfo.InvariantCulture)));
            response.Headers.Add(new("X-RateLimit-Remaining", quota.Remaining.ToString(CultureInfo.InvariantCulture)));
            response.Headers.Add(new("X-RateLimit-Reset", quota.Reset.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
