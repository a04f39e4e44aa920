using System;
using System.Net.Http;
using IntercomPS.Client;
using IntercomPS.Sessions;

namespace IntercomPS;

/// <summary>A connection to a workspace: who, where, which version, and how much of the quota is left. Never the token.</summary>
public sealed class IntercomSession
{
    private readonly HttpClient _http;
    private readonly NameCache _names = new();

    internal IntercomSession(HttpClient http, IntercomTransport transport)
    {
        _http = http;
        Transport = transport;
    }

    /// <summary>The workspace's id, the app id of Intercom's addresses; null where Intercom does not tell it.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The workspace's name; null where Intercom does not tell it.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>The id of the admin whom the token belongs to.</summary>
    public string? AdminId { get; init; }

    /// <summary>The name of that admin.</summary>
    public string? AdminName { get; init; }

    /// <summary>The email address of that admin.</summary>
    public string? AdminEmail { get; init; }

    /// <summary>The region; null where neither Intercom nor the host tells it.</summary>
    public IntercomRegion? Region { get; init; }

    /// <summary>The workspace's time zone as Intercom names it; null where it does not tell it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The API version that every request asks for.</summary>
    public string ApiVersion { get; init; } = string.Empty;

    /// <summary>The host that requests go to.</summary>
    public Uri BaseUri { get; init; } = new("about:blank");

    /// <summary>When the session was opened, in UTC.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>The quota as the last answer told it, shared by all programs that use the workspace; null before that.</summary>
    public RateLimitQuota? Quota => Transport.Quota;

    /// <summary>Whether the session can be used; false after Disconnect-Intercom.</summary>
    public bool IsOpen { get; private set; } = true;

    internal IntercomTransport Transport { get; }

    /// <summary>The workspace and the admin.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => $"{WorkspaceName ?? WorkspaceId} ({AdminName})";

    /// <summary>The workspace's names, each list of them asked for once a session.</summary>
    /// <param name="client">The client of the command that asks.</param>
    internal WorkspaceNames Names(IntercomClient client) => new(_names, client);

    internal void Close()
    {
        IsOpen = false;
        _http.Dispose();
    }
}
