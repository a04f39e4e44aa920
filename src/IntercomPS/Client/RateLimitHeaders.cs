using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;

namespace IntercomPS.Client;

/// <summary>What an answer says about the quota.</summary>
/// <param name="Limit">How many requests a window allows.</param>
/// <param name="Remaining">How many of them were left after this request.</param>
/// <param name="ResetAt">When the window ends, by the server's clock.</param>
/// <remarks>X-RateLimit-Limit, -Remaining and -Reset are on every answer but those to bad credentials.</remarks>
internal sealed record RateLimitHeaders(int Limit, int Remaining, DateTimeOffset ResetAt)
{
    /// <summary>Reads the headers.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The quota; null where the answer does not tell it.</returns>
    public static RateLimitHeaders? From(HttpResponseMessage response)
    {
        HttpResponseHeaders headers = response.Headers;
        return Number(headers, "X-RateLimit-Limit") is { } limit and > 0 and <= int.MaxValue
            && Number(headers, "X-RateLimit-Remaining") is { } remaining and >= 0 and <= int.MaxValue
            && Number(headers, "X-RateLimit-Reset") is { } reset and > 0 and < 253_402_300_800
                ? new RateLimitHeaders((int)limit, (int)remaining, DateTimeOffset.FromUnixTimeSeconds(reset))
                : null;
    }

    private static long? Number(HttpResponseHeaders headers, string name)
    {
        if (headers.TryGetValues(name, out IEnumerable<string>? values))
        {
            foreach (string value in values)
            {
                return long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? number : null;
            }
        }

        return null;
    }
}
