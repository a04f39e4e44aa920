using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Querying.Names;

/// <summary>Finds the ids behind the names of a workspace.</summary>
internal interface INameDirectory
{
    /// <summary>All tags, admins or teams of the workspace, asked for once a session.</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The names with their ids.</returns>
    Task<IReadOnlyList<WorkspaceName>> ListAsync(NameKind kind, CancellationToken cancellationToken);

    /// <summary>The contacts with an email address; there can be several.</summary>
    /// <param name="email">The address, whatever its capitals.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Their ids; empty when there is none.</returns>
    Task<IReadOnlyList<string>> FindContactIdsAsync(string email, CancellationToken cancellationToken);
}
