using IntercomPS.Querying.Names;

namespace IntercomPS.Cmdlets.Completion;

/// <summary>Completes the names of teams.</summary>
public sealed class TeamNameCompleter : WorkspaceNameCompleter
{
    /// <summary>Makes the completer.</summary>
    public TeamNameCompleter()
        : base(NameKind.Team)
    {
    }
}
