using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying.Names;

namespace IntercomPS.Tests.Querying.Names;

/// <summary>A workspace with a few names, some of them twice.</summary>
internal sealed class FakeDirectory : INameDirectory
{
    private static readonly Dictionary<NameKind, WorkspaceName[]> Lists = new()
    {
        [NameKind.Tag] = [new("1", "Billing"), new("2", "billing"), new("3", "Bug [web]"), new("4", "5"), new("5", "Feature request"), new("6", "None")],
        [NameKind.Admin] = [new("814860", "Ada Lovelace", "ada@example.com"), new("814861", "Sam Lee", "sam@example.com"), new("814862", "Sam Lee", "sam.lee@example.com")],
        [NameKind.Team] = [new("9001", "Support"), new("9002", "Sales"), new("team-x", "Odd")],
    };

    public List<string> Asked { get; } = [];

    public Task<IReadOnlyList<WorkspaceName>> ListAsync(NameKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(kind.ToString());
        return Task.FromResult<IReadOnlyList<WorkspaceName>>(Lists[kind]);
    }

    public Task<IReadOnlyList<string>> FindContactIdsAsync(string email, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(email);
        return Task.FromResult<IReadOnlyList<string>>(string.Equals(email, "kim@example.com", StringComparison.OrdinalIgnoreCase) ? ["c1", "c2"] : []);
    }
}
