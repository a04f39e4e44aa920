using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace IntercomPS.Client;

/// <summary>Makes the one HttpClient of a session.</summary>
internal static class HttpClientFactory
{
    /// <summary>One for each request that the governor lets go; one that waited for a connection would look as if the server were slow.</summary>
    private const int MaximumConnections = ConcurrencyLimit.Maximum;

    /// <summary>Makes a client.</summary>
    /// <param name="settings">How the session speaks to the API.</param>
    /// <param name="token">The token.</param>
    /// <returns>A client that sends token, version and accepted type with every request.</returns>
    public static HttpClient Create(ConnectionSettings settings, AccessToken token)
    {
        // Disposed with the client.
        return WithHeaders(new HttpClient(CreateHandler(settings.Proxy)), settings, token);
    }

    /// <summary>Puts on a client what every request carries.</summary>
    /// <param name="client">The client.</param>
    /// <param name="settings">How the session speaks to the API.</param>
    /// <param name="token">The token.</param>
    /// <returns>The same client.</returns>
    public static HttpClient WithHeaders(HttpClient client, ConnectionSettings settings, AccessToken token)
    {
        client.BaseAddress = settings.BaseUri;
        client.Timeout = System.Threading.Timeout.InfiniteTimeSpan; // each attempt has its own
        client.DefaultRequestHeaders.Authorization = token.ToHeader();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Add("Intercom-Version", settings.ApiVersion);
        client.DefaultRequestHeaders.ExpectContinue = false; // .NET Framework waits for a "100 Continue" before each body
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("IntercomPS", ModuleVersion.Text));
        return client;
    }

    // No redirects: the API has none, and a token must not follow one. No cookies: there are none to keep.
#if NET
    private static SocketsHttpHandler CreateHandler(Uri? proxy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = MaximumConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // a host that moves is found again
            ConnectTimeout = TimeSpan.FromSeconds(30),
        };
        if (proxy is not null)
        {
            handler.Proxy = new WebProxy(proxy);
        }

        return handler;
    }
#else
    private static HttpClientHandler CreateHandler(Uri? proxy)
    {
        // Never set, only added to: Windows PowerShell 5.1 on an old system offers TLS 1.0 alone.
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = MaximumConnections, // .NET Framework's default is 2
        };
        if (proxy is not null)
        {
            handler.Proxy = new WebProxy(proxy);
        }

        return handler;
    }
#endif
}
