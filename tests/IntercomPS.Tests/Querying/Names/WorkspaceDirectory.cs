using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying.Names;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Querying.Names;

/// <summary>The names of a sandbox's workspace, without asking for them.</summary>
internal sealed class WorkspaceDirectory : INameDirectory
{
    private readonly SandboxWorkspace _workspace;

    public WorkspaceDirectory(SandboxWorkspace workspace)
    {
        _workspace = workspace;
    }

    public Task<IReadOnlyList<WorkspaceName>> ListAsync(NameKind kind, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<WorkspaceName>>(kind switch
    {
        NameKind.Tag => _workspace.Tags.Select(tag => new WorkspaceName(tag.Id, tag.Name)).ToList(),
        NameKind.Admin => _workspace.Admins.Select(admin => new WorkspaceName(admin.Id, admin.Name, admin.Email)).ToList(),
        _ => _workspace.Teams.Select(team => new WorkspaceName(team.Id, team.Name)).ToList(),
    });

    public Task<IReadOnlyList<string>> FindContactIdsAsync(string email, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        _workspace.Contacts.Where(contact => string.Equals(contact.Email, email, StringComparison.OrdinalIgnoreCase)).Select(contact => contact.Id).ToList());
}
