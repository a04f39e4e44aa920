using IntercomPS.Querying.Names;

namespace IntercomPS.Cmdlets.Completion;

/// <summary>Completes the names of admins.</summary>
public sealed class AdminNameCompleter : WorkspaceNameCompleter
{
    /// <summary>Makes the completer.</summary>
    public AdminNameCompleter()
        : base(NameKind.Admin)
    {
    }
}
