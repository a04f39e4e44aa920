using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;

namespace IntercomPS.Client.Endpoints;

/// <summary>The short lists of a workspace, which have no pages: admins, teams, tags.</summary>
internal sealed class DirectoryEndpoint
{
    private readonly IntercomClient _client;

    public DirectoryEndpoint(IntercomClient client)
    {
        _client = client;
    }

    /// <summary>Lists all admins (GET /admins).</summary>
    public Task<IReadOnlyList<Admin>> ListAdminsAsync(CancellationToken cancellationToken) => _client.SendAsync<IReadOnlyList<Admin>>(
        new IntercomRequest(HttpMethod.Get, "/admins"),
        json => RecordReader.ReadList(json, "admins"u8, TeammateReader.ReadAdmin, out _),
        cancellationToken);

    /// <summary>Lists all teams (GET /teams).</summary>
    public Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken) => _client.SendAsync<IReadOnlyList<Team>>(
        new IntercomRequest(HttpMethod.Get, "/teams"),
        json => RecordReader.ReadList(json, "teams"u8, TeammateReader.ReadTeam, out _),
        cancellationToken);

    /// <summary>Lists all tags (GET /tags).</summary>
    public Task<IReadOnlyList<Tag>> ListTagsAsync(CancellationToken cancellationToken) => _client.SendAsync<IReadOnlyList<Tag>>(
        new IntercomRequest(HttpMethod.Get, "/tags"),
        json => RecordReader.ReadList(json, "data"u8, TagReader.ReadTag, out _),
        cancellationToken);

    /// <summary>Gets one admin (GET /admins/{id}).</summary>
    public Task<Admin> GetAdminAsync(string id, CancellationToken cancellationToken) =>
        RecordRequests.GetAsync(_client, "/admins", id, TeammateReader.ReadAdmin, admin => admin.Id, cancellationToken);

    /// <summary>Gets one team (GET /teams/{id}).</summary>
    public Task<Team> GetTeamAsync(string id, CancellationToken cancellationToken) =>
        RecordRequests.GetAsync(_client, "/teams", id, TeammateReader.ReadTeam, team => team.Id, cancellationToken);

    /// <summary>Gets one tag (GET /tags/{id}).</summary>
    public Task<Tag> GetTagAsync(string id, CancellationToken cancellationToken) =>
        RecordRequests.GetAsync(_client, "/tags", id, TagReader.ReadTag, tag => tag.Id, cancellationToken);
}
