using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Models.Json;

namespace IntercomPS.Sessions;

/// <summary>Opens sessions: checks the token, finds the region, puts a wrong host right.</summary>
internal sealed class SessionConnector
{
    // A person waits, or a job that had better fail soon: one more try is enough.
    private const int Retries = 1;

    private readonly Func<ConnectionSettings, AccessToken, HttpClient> _createHttpClient;
    private readonly TimeProvider _time;

    public SessionConnector(Func<ConnectionSettings, AccessToken, HttpClient> createHttpClient, TimeProvider time)
    {
        _createHttpClient = createHttpClient;
        _time = time;
    }

    /// <summary>Opens a session.</summary>
    /// <param name="token">The token.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="observer">Who is told of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The session.</returns>
    /// <exception cref="IntercomException">The token is not accepted by any region that was tried, or no answer came.</exception>
    public async Task<IntercomSession> ConnectAsync(
        AccessToken token, SessionRequest request, IClientObserver observer, CancellationToken cancellationToken)
    {
        if (request.BaseUri is { } fixedHost)
        {
            return await TryHostAsync(token, request, fixedHost, request.Region, observer, cancellationToken).ConfigureAwait(false);
        }

        IntercomException? refused = null;
        foreach (IntercomRegion region in RegionsToTry(request.Region))
        {
            try
            {
                return await TryRegionAsync(token, request, region, observer, cancellationToken).ConfigureAwait(false);
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.Unauthorized)
            {
                refused ??= error;
            }
        }

        throw refused!;
    }

    private static IReadOnlyList<IntercomRegion> RegionsToTry(IntercomRegion? asked) => asked is { } region
        ? [region]
        : [IntercomRegion.US, IntercomRegion.EU, IntercomRegion.AU];

    private async Task<IntercomSession> TryRegionAsync(
        AccessToken token, SessionRequest request, IntercomRegion region, IClientObserver observer, CancellationToken cancellationToken)
    {
        IntercomSession session = await TryHostAsync(
            token, request, RegionHosts.HostOf(region), region, observer, cancellationToken).ConfigureAwait(false);
        if (session.Region is not { } actual || actual == region)
        {
            return session;
        }

        observer.Noted($"The workspace is hosted in {actual}, not in {region}; using {RegionHosts.HostOf(actual).Host}.");
        session.Close();
        return await TryHostAsync(token, request, RegionHosts.HostOf(actual), actual, observer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IntercomSession> TryHostAsync(
        AccessToken token, SessionRequest request, Uri host, IntercomRegion? region, IClientObserver observer, CancellationToken cancellationToken)
    {
        var settings = new ConnectionSettings
        {
            BaseUri = host,
            ApiVersion = request.ApiVersion,
            Proxy = request.Proxy,
            Timeout = request.Timeout,
        };
        HttpClient http = _createHttpClient(settings, token);
        try
        {
            var transport = new IntercomTransport(http, GovernorRegistry.For(token, host), request.Timeout, _time);
            TokenOwner owner = await new IntercomClient(transport, observer, Retries)
                .GetMeAsync(cancellationToken).ConfigureAwait(false);
            return new IntercomSession(http, transport)
            {
                WorkspaceId = owner.WorkspaceId,
                WorkspaceName = owner.WorkspaceName,
                TimeZone = owner.TimeZone,
                AdminId = owner.AdminId,
                AdminName = owner.AdminName,
                AdminEmail = owner.AdminEmail,
                Region = RegionHosts.Parse(owner.Region) ?? region,
                ApiVersion = settings.ApiVersion,
                BaseUri = host,
                ConnectedAt = _time.GetUtcNow(),
            };
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }
}
