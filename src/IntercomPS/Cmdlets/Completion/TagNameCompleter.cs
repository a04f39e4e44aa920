using IntercomPS.Querying.Names;

namespace IntercomPS.Cmdlets.Completion;

/// <summary>Completes the names of tags.</summary>
public sealed class TagNameCompleter : WorkspaceNameCompleter
{
    /// <summary>Makes the completer.</summary>
    public TagNameCompleter()
        : base(NameKind.Tag)
    {
    }
}
