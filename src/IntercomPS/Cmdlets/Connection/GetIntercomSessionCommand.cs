using System.Management.Automation;
using IntercomPS.Pipeline;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Connection;

/// <summary>Shows the session: workspace, admin, region, version, and the quota as last seen.</summary>
/// <remarks>
///   <para>Sends no request and never shows the token. Writes nothing where there is no session.</para>
///   <para>The quota is that of the workspace's 10-second windows, which all its programs share, as the last answer told it.</para>
/// </remarks>
/// <example>
///   <title>See where the shell is connected to</title>
///   <code>Get-IntercomSession</code>
///   <para>Shows the workspace, the admin behind the token, and the region.</para>
/// </example>
/// <example>
///   <title>See how much of the quota is left</title>
///   <code>(Get-IntercomSession).Quota</code>
///   <para>Shows the limit of a window, what is left of it, and when it ends.</para>
/// </example>
/// <seealso cref="ConnectIntercomCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomSession")]
[OutputType(typeof(IntercomSession))]
public sealed class GetIntercomSessionCommand : IntercomCmdlet
{
    /// <summary>Writes the session.</summary>
    protected override void ProcessRecord()
    {
        if (SessionStore.Current is { } session)
        {
            WriteObject(session);
        }
    }
}
