using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client.Endpoints;
using IntercomPS.Pipeline;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>The base of the commands for what a workspace has one short list of: admins, teams, tags.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
public abstract class DirectoryCmdlet<T> : IdPipelineCmdlet
    where T : class
{
    private protected const string IdSet = "Id";
    private protected const string NameSet = "Name";

    /// <summary>What the list is of, for the errors: Admin, Team or Tag.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Takes ids in, or writes those with any of some names, or all.</summary>
    /// <param name="ids">The ids, where they were asked for.</param>
    /// <param name="names">The names, with or without wildcards; none for all.</param>
    private protected void Write(string[] ids, string[] names)
    {
        if (ParameterSetName == IdSet)
        {
            TakeIds(ids);
        }
        else
        {
            WriteByName(names);
        }
    }

    private void WriteByName(string[] names)
    {
        NameMatch[] matches = names.Select(name => new NameMatch(name)).ToArray();
        IntercomSession session = RequireSession();
        RunWork(WithClient(async (context, cancellationToken) =>
        {
            IReadOnlyList<T> all = await ListAsync(new DirectoryEndpoint(context.Client), cancellationToken).ConfigureAwait(false);
            Remember(session.Names(context.Client), all);
            List<T> found = matches.Length == 0 ? all.ToList() : all.Where(one => matches.Any(match => NamesOf(one).Any(match.IsMatch))).ToList();
            await context.Writer.OutputListAsync(found).ConfigureAwait(false);
            foreach (NameMatch match in matches.Where(match => !match.IsPattern && !found.Any(one => NamesOf(one).Any(match.IsMatch))))
            {
                context.Writer.Error(ErrorRecords.NotFound(Kind, match.Name, NameMatch.Hint(match.Name, all.SelectMany(NamesOf).OfType<string>())));
            }
        }));
    }

    /// <summary>Lists all of them.</summary>
    private protected abstract Task<IReadOnlyList<T>> ListAsync(DirectoryEndpoint endpoint, CancellationToken cancellationToken);

    /// <summary>Gets one of them.</summary>
    private protected abstract Task<T> GetAsync(DirectoryEndpoint endpoint, string id, CancellationToken cancellationToken);

    /// <summary>Hands the whole list to the session's names, which may be older.</summary>
    private protected abstract void Remember(WorkspaceNames names, IReadOnlyList<T> all);

    /// <summary>What one of them can be found by.</summary>
    private protected abstract IEnumerable<string?> NamesOf(T one);

    private protected override Task WorkAsync(WorkContext context, IAsyncEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var endpoint = new DirectoryEndpoint(context.Client);
        return RecordsById.WriteAsync(context, ids, Kind, (id, token) => GetAsync(endpoint, id, token), cancellationToken);
    }
}
