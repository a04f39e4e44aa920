using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Client.Endpoints;
using IntercomPS.Contacts;
using IntercomPS.Querying.Names;

namespace IntercomPS.Sessions;

/// <summary>The names of a session's workspace: what the session remembers, asked for with a command's client where it does not.</summary>
internal sealed class WorkspaceNames : INameDirectory
{
    private readonly NameCache _cache;
    private readonly IntercomClient _client;

    public WorkspaceNames(NameCache cache, IntercomClient client)
    {
        _cache = cache;
        _client = client;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkspaceName>> ListAsync(NameKind kind, CancellationToken cancellationToken) =>
        _cache.Lists.GetAsync(kind, token => FetchAsync(kind, token), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindContactIdsAsync(string email, CancellationToken cancellationToken)
    {
        string address = email.Trim();
        IReadOnlyList<string> ids = await _cache.ContactIds.GetAsync(
            address, token => FetchContactIdsAsync(address, token), cancellationToken).ConfigureAwait(false);
        if (ids.Count == 0)
        {
            _cache.ContactIds.Forget(address); // the contact may be made meanwhile
        }

        return ids;
    }

    /// <summary>Remembers a list that a command has just fetched.</summary>
    /// <param name="admins">All admins.</param>
    public void Remember(IReadOnlyList<Admin> admins) => _cache.Lists.Set(NameKind.Admin, NamesOf(admins));

    /// <summary>Remembers a list that a command has just fetched.</summary>
    /// <param name="teams">All teams.</param>
    public void Remember(IReadOnlyList<Team> teams) => _cache.Lists.Set(NameKind.Team, NamesOf(teams));

    /// <summary>Remembers a list that a command has just fetched.</summary>
    /// <param name="tags">All tags.</param>
    public void Remember(IReadOnlyList<Tag> tags) => _cache.Lists.Set(NameKind.Tag, NamesOf(tags));

    private async Task<IReadOnlyList<WorkspaceName>> FetchAsync(NameKind kind, CancellationToken cancellationToken)
    {
        var directory = new DirectoryEndpoint(_client);
        return kind switch
        {
            NameKind.Admin => NamesOf(await directory.ListAdminsAsync(cancellationToken).ConfigureAwait(false)),
            NameKind.Team => NamesOf(await directory.ListTeamsAsync(cancellationToken).ConfigureAwait(false)),
            _ => NamesOf(await directory.ListTagsAsync(cancellationToken).ConfigureAwait(false)),
        };
    }

    private async Task<IReadOnlyList<string>> FetchContactIdsAsync(string email, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var search = new ContactSearch(_client, ContactQuery.ByEmail([email]));
        await foreach (IReadOnlyList<Contact> page in search.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            ids.AddRange(page.Select(contact => contact.Id));
        }

        return ids;
    }

    private static List<WorkspaceName> NamesOf(IReadOnlyList<Admin> admins) =>
        admins.Where(admin => admin.Id.Length > 0).Select(admin => new WorkspaceName(admin.Id, admin.Name ?? admin.Email ?? admin.Id, admin.Email)).ToList();

    private static List<WorkspaceName> NamesOf(IReadOnlyList<Team> teams) =>
        teams.Where(team => team.Id.Length > 0).Select(team => new WorkspaceName(team.Id, team.Name ?? team.Id)).ToList();

    private static List<WorkspaceName> NamesOf(IReadOnlyList<Tag> tags) =>
        tags.Where(tag => tag.Id is { Length: > 0 }).Select(tag => new WorkspaceName(tag.Id!, tag.Name ?? tag.Id!)).ToList();
}
