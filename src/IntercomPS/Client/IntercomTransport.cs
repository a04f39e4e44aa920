using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Sends one attempt of a request: behind the governor, within its time, its failure told as an <see cref="IntercomException"/>.</summary>
internal sealed class IntercomTransport
{
    private static readonly MediaTypeWithQualityHeaderValue FileType = new("application/octet-stream");
    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };

    private readonly HttpClient _http;
    private readonly RateLimitGovernor _governor;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public IntercomTransport(HttpClient http, RateLimitGovernor governor, TimeSpan timeout, TimeProvider time)
    {
        _http = http;
        _governor = governor;
        _timeout = timeout;
        _time = time;
    }

    /// <summary>The quota as last seen; null before the first answer that tells it.</summary>
    public RateLimitQuota? Quota => _governor.LastSeen;

    /// <summary>How many requests may be under way at once at present, those of other sessions of the token among them.</summary>
    public int Concurrency => _governor.Concurrency;

    /// <summary>How long answers take at present, on average; null before the first one.</summary>
    public TimeSpan? Latency => _governor.Latency;

    /// <summary>The server's time now, and never ahead of it; by our own clock before the first answer.</summary>
    public DateTimeOffset ServerNow => _governor.ServerNow;

    /// <summary>The clock.</summary>
    public TimeProvider Time => _time;

    /// <summary>Sends a request once.</summary>
    /// <typeparam name="T">What is made of the answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the body of a good answer.</param>
    /// <param name="observer">Who is told of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the reader made of the answer.</returns>
    /// <exception cref="IntercomException">No good answer came.</exception>
    public Task<T> SendAsync<T>(
        IntercomRequest request,
        Func<Stream, CancellationToken, Task<T>> read,
        IClientObserver observer,
        CancellationToken cancellationToken) =>
        SendAsync(request, (body, _, token) => read(body, token), observer, cancellationToken);

    /// <summary>Sends a request once whose answer may take longer than the time-out, as long as it does not fall silent.</summary>
    /// <typeparam name="T">What is made of the answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the body of a good answer, and calls the action for each piece that has come.</param>
    /// <param name="observer">Who is told of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the reader made of the answer.</returns>
    /// <exception cref="IntercomException">No good answer came.</exception>
    public async Task<T> SendAsync<T>(
        IntercomRequest request,
        Func<Stream, Action, CancellationToken, Task<T>> read,
        IClientObserver observer,
        CancellationToken cancellationToken)
    {
        RateLimitPermit permit = await _governor.AcquireAsync(observer, cancellationToken).ConfigureAwait(false);
        using CancellationTokenSource timeout = _time.CancelAfter(_timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await AskAsync(request, permit, observer, cancellationToken, stop.Token).ConfigureAwait(false);
            // .NET Framework's network streams do not heed a token; closing the answer ends the read.
            using CancellationTokenRegistration close = stop.Token.Register(response.Dispose);
            if (!response.IsSuccessStatusCode)
            {
                IntercomException error = await ErrorOfAsync(request, response).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                throw error;
            }

            using Stream body = await response.Content.ReadAsStreamAsync(stop.Token).ConfigureAwait(false);
            return await read(body, () => timeout.CancelAfter(_timeout), stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not IntercomException && stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new IntercomException(
                ApiErrorKind.TimedOut,
                $"No complete answer came within {_timeout.TotalSeconds:0} s. Try again, or with a larger -TimeoutSec on Connect-Intercom.",
                exception);
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception))
        {
            throw ConnectionFailure.ToError(exception, _http.BaseAddress?.Authority ?? request.Path);
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <summary>Sends the request and waits for the answer's headers; the permit goes back with what they say.</summary>
    private async Task<HttpResponseMessage> AskAsync(
        IntercomRequest request, RateLimitPermit permit, IClientObserver observer, CancellationToken givenUp, CancellationToken cancellationToken)
    {
        long started = _time.GetTimestamp();
        HttpResponseMessage? response = null;
        RateLimitHeaders? quota = null;
        try
        {
            using HttpRequestMessage message = ToMessage(request);
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            quota = RateLimitHeaders.From(response);
            return response;
        }
        finally
        {
            _governor.Complete(permit, new RateLimitAnswer(
                Came: response is not null,
                quota,
                response?.Headers.Date,
                IsRefusal: (int?)response?.StatusCode == 429,
                RetryAfterOf(response))
            {
                Kind = request.Kind,
                Outcome = OutcomeOf(response, givenUp),
            });
            observer.RequestCompleted(new RequestTrace(
                request.Method.Method, request.Path, (int?)response?.StatusCode, _time.GetElapsedTime(started), quota));
        }
    }

    private static RequestOutcome OutcomeOf(HttpResponseMessage? response, CancellationToken givenUp) => (int?)response?.StatusCode switch
    {
        null => givenUp.IsCancellationRequested ? RequestOutcome.Neutral : RequestOutcome.Failed,
        408 or >= 500 => RequestOutcome.Failed,
        >= 400 => RequestOutcome.Neutral,
        _ => RequestOutcome.Good,
    };

    private HttpRequestMessage ToMessage(IntercomRequest request)
    {
        string prefix = _http.BaseAddress?.AbsolutePath.TrimEnd('/') ?? string.Empty;
        string address = prefix + request.Path + (request.Query is null ? string.Empty : "?" + request.Query);
        var message = new HttpRequestMessage(request.Method, new Uri(address, UriKind.Relative));
        if (request.IsDownload)
        {
            message.Headers.Accept.Add(FileType); // instead of the client's own
        }

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = JsonType;
        }

        return message;
    }

    private async Task<IntercomException> ErrorOfAsync(IntercomRequest request, HttpResponseMessage response)
    {
        byte[] body = Array.Empty<byte>();
        try
        {
            body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception) || exception is ObjectDisposedException)
        {
            // The status tells enough; the rest of the error's text was lost on the way.
        }

        return ApiErrorFactory.FromAnswer(request, response, ApiError.Parse(body), RetryAfterOf(response));
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage? response)
    {
        RetryConditionHeaderValue? header = response?.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? (header?.Date - _time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }
}
