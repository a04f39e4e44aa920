using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace IntercomPS.Sessions;

/// <summary>The current session of each runspace.</summary>
/// <remarks>
/// One for the whole process would let two runbooks in one sandbox, or two branches of ForEach-Object
/// -Parallel, take each other's workspace. The table forgets a runspace that is gone.
/// </remarks>
internal static class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, Holder> Holders = new();

    /// <summary>The session of the runspace that runs on this thread; null when it has none.</summary>
    public static IntercomSession? Current
    {
        get => Runspace.DefaultRunspace is { } runspace && Holders.TryGetValue(runspace, out Holder? holder) ? holder.Session : null;
        set
        {
            if (Runspace.DefaultRunspace is { } runspace)
            {
                Holders.GetOrCreateValue(runspace).Session = value;
            }
        }
    }

    private sealed class Holder
    {
        public IntercomSession? Session { get; set; }
    }
}
