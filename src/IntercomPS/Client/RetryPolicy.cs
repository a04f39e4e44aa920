using System;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace IntercomPS.Client;

/// <summary>Sends a request again where that is safe and may help.</summary>
/// <remarks>
/// A read is sent again after time-outs, 5xx, resets and broken bodies; a write only where the server
/// certainly did nothing: the connection was refused, or the answer was a 429. After a 429 the
/// governor holds everything back until the quota is there again, so that it needs no delay here.
/// A server that asks for more than five minutes of patience is not waited for: the error says so at once.
/// </remarks>
internal sealed class RetryPolicy
{
    private const int MaximumQuotaRetries = 30;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAskedDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline _reads;
    private readonly ResiliencePipeline _readsWithoutTimeouts;
    private readonly ResiliencePipeline _writes;

    /// <summary>Makes the policy of one client.</summary>
    /// <param name="retries">How often a failed request is sent again, at most; those after a 429 do not count.</param>
    /// <param name="observer">Who is told of it.</param>
    /// <param name="time">The clock.</param>
    public RetryPolicy(int retries, IClientObserver observer, TimeProvider time)
    {
        _reads = Build(retries, observer, time, kind =>
            kind is ApiErrorKind.Unavailable or ApiErrorKind.TimedOut or ApiErrorKind.ConnectionRefused);
        _readsWithoutTimeouts = Build(retries, observer, time, kind =>
            kind is ApiErrorKind.Unavailable or ApiErrorKind.ConnectionRefused);
        _writes = Build(retries, observer, time, kind => kind is ApiErrorKind.ConnectionRefused);
    }

    /// <summary>Runs a request under the policy.</summary>
    /// <typeparam name="T">What the request gives.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="attempt">Sends it once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the first good attempt gave.</returns>
    /// <exception cref="IntercomException">No attempt was good; the last one's error.</exception>
    public async Task<T> RunAsync<T>(
        IntercomRequest request, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        ResiliencePipeline pipeline = !request.IsRead ? _writes : request.CallerHandlesTimeout ? _readsWithoutTimeouts : _reads;
        return await pipeline.ExecuteAsync(
            static async (send, token) => await send(token).ConfigureAwait(false), attempt, cancellationToken).ConfigureAwait(false);
    }

    private static ResiliencePipeline Build(int retries, IClientObserver observer, TimeProvider time, Func<ApiErrorKind, bool> isTransient)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                ShouldHandle = arguments => new ValueTask<bool>(
                    arguments.Outcome.Exception is IntercomException error && isTransient(error.Kind) && !(error.RetryAfter > LongestAskedDelay)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(
                    (arguments.Outcome.Exception as IntercomException)?.RetryAfter),
                OnRetry = arguments =>
                {
                    observer.Retrying(Describe(arguments.Outcome.Exception), arguments.RetryDelay);
                    return default;
                },
            });
        }

        return builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = MaximumQuotaRetries,
            Delay = TimeSpan.Zero,
            ShouldHandle = arguments => new ValueTask<bool>(
                arguments.Outcome.Exception is IntercomException { Kind: ApiErrorKind.RateLimitExceeded }),
            OnRetry = _ =>
            {
                observer.Retrying("the quota was used up (HTTP 429)", TimeSpan.Zero);
                return default;
            },
        }).Build();
    }

    private static string Describe(Exception? exception) => exception is IntercomException error
        ? error.StatusCode is { } status ? $"HTTP {status}" : error.Kind switch
        {
            ApiErrorKind.TimedOut => "no answer in time",
            ApiErrorKind.ConnectionRefused => "no connection",
            _ => "a broken answer",
        }
        : "an error";
}
