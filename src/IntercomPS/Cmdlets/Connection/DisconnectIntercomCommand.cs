using System.Management.Automation;
using IntercomPS.Pipeline;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Connection;

/// <summary>Ends a session and forgets its token.</summary>
/// <remarks>Ends the runspace's own session, or the one given. Without a session nothing happens.</remarks>
/// <example>
///   <title>End the session</title>
///   <code>Disconnect-Intercom</code>
///   <para>The cmdlets that follow say that there is no session.</para>
/// </example>
/// <example>
///   <title>End a session that a variable holds</title>
///   <code>
///     $session = Connect-Intercom -Sandbox -PassThru
///     Disconnect-Intercom -Session $session
///   </code>
///   <para>Ends that session.</para>
/// </example>
/// <seealso cref="ConnectIntercomCommand"/>
[Cmdlet(VerbsCommunications.Disconnect, "Intercom")]
[OutputType(typeof(void))]
public sealed class DisconnectIntercomCommand : IntercomCmdlet
{
    /// <summary>The session to end. Without it, the runspace's own one.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public IntercomSession? Session { get; set; }

    /// <summary>Ends the session.</summary>
    protected override void ProcessRecord()
    {
        IntercomSession? session = Session ?? SessionStore.Current;
        session?.Close();
        if (session == SessionStore.Current)
        {
            SessionStore.Current = null;
        }
    }
}
