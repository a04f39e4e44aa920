using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying.Names;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Completion;

/// <summary>The base of what completes names of the workspace: from what the session remembers, else from one fetch of two seconds at most.</summary>
public abstract class WorkspaceNameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly NameKind _kind;

    private protected WorkspaceNameCompleter(NameKind kind)
    {
        _kind = kind;
    }

    /// <summary>Completes a name. Where the names cannot be had, there is nothing to complete; that is never an error.</summary>
    /// <param name="commandName">Not used.</param>
    /// <param name="parameterName">Not used.</param>
    /// <param name="wordToComplete">What stands there so far.</param>
    /// <param name="commandAst">Not used.</param>
    /// <param name="fakeBoundParameters">The command's other parameters; a -Session among them is the one that is asked.</param>
    /// <returns>The names.</returns>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        IntercomSession? session = SessionOf(fakeBoundParameters);
        return session is { IsOpen: true }
            ? CompletionText.Complete(wordToComplete, Names(session).Select(name => (name.Name, Tip(name))))
            : [];
    }

    private static IntercomSession? SessionOf(IDictionary? parameters)
    {
        object? given = parameters?["Session"];
        return (given is PSObject wrapped ? wrapped.BaseObject : given) as IntercomSession ?? SessionStore.Current;
    }

    private IReadOnlyList<WorkspaceName> Names(IntercomSession session)
    {
        using var stop = new CancellationTokenSource();
        CancellationToken token = stop.Token;
        var client = new IntercomClient(session.Transport, SilentObserver.Instance, retries: 0);
        Task<IReadOnlyList<WorkspaceName>> names = Task.Run(() => session.Names(client).ListAsync(_kind, token), CancellationToken.None);

        // The wait ends even where the fetch does not heed its token; a person sits at the prompt.
        bool ended = Task.WaitAny([names], Patience) == 0;
        stop.Cancel();
        return ended && names.Status == TaskStatus.RanToCompletion ? names.Result : [];
    }

    private static string Tip(WorkspaceName name) => name.Email is null ? $"{name.Name} ({name.Id})" : $"{name.Name} ({name.Email}, {name.Id})";
}
