using System;
using System.Linq;
using System.Management.Automation;
using System.Net.Sockets;
using IntercomPS.Pipeline;
using IntercomPS.Sandbox;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Sandbox;

/// <summary>Starts a made-up Intercom workspace on this machine, to try out or to test scripts without an account.</summary>
/// <remarks>
///   <para>
///     The sandbox answers as Intercom's API does: search with its operators and limits, threads,
///     contacts, the rate-limit windows with real 429s, and, on request, the faults of the real service.
///     Its conversations are made up from <see cref="Seed"/>: the same number gives the same data.
///   </para>
///   <para>
///     It runs within this process, listens on 127.0.0.1 alone, needs no rights, and ends with the
///     process or with Stop-IntercomSandbox. Connect-Intercom -Sandbox connects to it.
///   </para>
/// </remarks>
/// <example>
///   <title>Try out the module</title>
///   <code>
///     $sandbox = Start-IntercomSandbox
///     Connect-Intercom -Sandbox
///     Search-IntercomConversation -State Open -First 5
///   </code>
///   <para>Starts a workspace of 500 conversations and shows five open ones.</para>
/// </example>
/// <example>
///   <title>Test a script against a bad day</title>
///   <code>
///     $sandbox = Start-IntercomSandbox -Conversations 200 -Seed 7 -Latency 5 -Fault ServerError, Truncated -FaultRate 0.05
///     Connect-Intercom -Sandbox
///     Export-IntercomConversation -Path all.csv -Force
///   </code>
///   <para>One answer in twenty fails; the export holds all 200 conversations all the same.</para>
/// </example>
/// <seealso cref="StopIntercomSandboxCommand"/>
/// <seealso cref="IntercomPS.Cmdlets.Connection.ConnectIntercomCommand"/>
[Cmdlet(VerbsLifecycle.Start, "IntercomSandbox")]
[OutputType(typeof(IntercomSandbox))]
public sealed class StartIntercomSandboxCommand : IntercomCmdlet
{
    /// <summary>How many conversations the workspace has.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 5_000_000)]
    [PSDefaultValue(Help = "500")]
    public int Conversations { get; set; } = 500;

    /// <summary>The number that the made-up data grows from.</summary>
    [Parameter]
    [PSDefaultValue(Help = "1")]
    public int Seed { get; set; } = 1;

    /// <summary>How many milliseconds each answer takes at least.</summary>
    [Parameter]
    [ValidateRange(0, 60_000)]
    [PSDefaultValue(Help = "0")]
    public int Latency { get; set; }

    /// <summary>How many requests a window of 10 seconds allows; 0 for no limit.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    [PSDefaultValue(Help = "1667, which is 10,000 a minute")]
    public int RateLimit { get; set; } = 1667;

    /// <summary>What goes wrong now and then.</summary>
    [Parameter]
    public IntercomSandboxFault[] Fault { get; set; } = [];

    /// <summary>The share of requests that a fault hits, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    [PSDefaultValue(Help = "0.1")]
    public double FaultRate { get; set; } = 0.1;

    /// <summary>The port to listen on; 0 takes one that is free.</summary>
    [Parameter]
    [ValidateRange(0, 65_535)]
    [PSDefaultValue(Help = "0")]
    public int Port { get; set; }

    /// <summary>The region that the workspace says it is in.</summary>
    [Parameter]
    [PSDefaultValue(Help = "US")]
    public IntercomRegion Region { get; set; } = IntercomRegion.US;

    /// <summary>Answers &gt; and &lt; with the bound itself too, as the API's description has it. Without it, they are strict, as has been seen.</summary>
    [Parameter]
    public SwitchParameter InclusiveComparison { get; set; }

    /// <summary>Takes the CX score as a filter, as -ServerCxFilter of Search-IntercomConversation tries it. Without it, such a filter is refused, since Intercom documents none.</summary>
    [Parameter]
    public SwitchParameter AcceptCxScoreFilter { get; set; }

    /// <summary>Gives no conversation a CX score, as in a workspace that has the feature turned off.</summary>
    [Parameter]
    public SwitchParameter NoCxScore { get; set; }

    /// <summary>Starts the sandbox.</summary>
    protected override void ProcessRecord()
    {
        try
        {
            var sandbox = new IntercomSandbox(SandboxServer.Start(new SandboxOptions
            {
                Conversations = Conversations,
                Seed = Seed,
                Latency = TimeSpan.FromMilliseconds(Latency),
                RateLimit = RateLimit,
                Faults = Fault.Aggregate(IntercomPS.Sandbox.SandboxFault.None, (faults, fault) => faults | SandboxFaultFlags.Of(fault)),
                FaultRate = FaultRate,
                Port = Port,
                Region = Region.ToString(),
                StrictComparison = !InclusiveComparison,
                AcceptCxScoreFilter = AcceptCxScoreFilter,
                NoCxScores = NoCxScore,
            }));
            SandboxRegistry.Add(sandbox);
            WriteObject(sandbox);
        }
        catch (SocketException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "SandboxPortUnavailable", ErrorCategory.ResourceUnavailable, Port));
        }
    }
}
