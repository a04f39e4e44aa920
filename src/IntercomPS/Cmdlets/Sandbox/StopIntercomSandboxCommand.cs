using System.Management.Automation;
using IntercomPS.Pipeline;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Sandbox;

/// <summary>Stops sandboxes that Start-IntercomSandbox started in this process.</summary>
/// <remarks>Without a parameter, all of them. What they held is gone; a session that was connected to one meets no answer.</remarks>
/// <example>
///   <title>Stop all</title>
///   <code>Stop-IntercomSandbox</code>
///   <para>Stops every sandbox of this process.</para>
/// </example>
/// <example>
///   <title>Stop one</title>
///   <code>
///     $sandbox = Start-IntercomSandbox -Conversations 10
///     $sandbox | Stop-IntercomSandbox
///   </code>
///   <para>Stops the one that the variable holds.</para>
/// </example>
/// <seealso cref="StartIntercomSandboxCommand"/>
[Cmdlet(VerbsLifecycle.Stop, "IntercomSandbox")]
[OutputType(typeof(void))]
public sealed class StopIntercomSandboxCommand : IntercomCmdlet
{
    /// <summary>The sandbox to stop. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public IntercomSandbox? Sandbox { get; set; }

    /// <summary>Stops it.</summary>
    protected override void ProcessRecord() => SandboxRegistry.Stop(Sandbox);
}
