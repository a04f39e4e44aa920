using System;
using System.Management.Automation;
using System.Reflection;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>
/// Stops its upstream as <c>Select-Object -First</c> does, which the bare engine lacks:
/// <c>Import-Module -Assembly $selectFirst; … | Select-FirstObject 1</c>.
/// </summary>
/// <remarks>
/// Select-Object ends the pipeline by throwing the engine's internal StopUpstreamCommandsException, which the engine
/// takes for no error (PowerShell, src/Microsoft.PowerShell.Commands.Utility/commands/utility/Select-Object.cs).
/// </remarks>
[Cmdlet(VerbsCommon.Select, "FirstObject")]
[OutputType(typeof(object))]
public sealed class SelectFirstObjectCommand : PSCmdlet
{
    private int _written;

    [Parameter(Mandatory = true, Position = 0)]
    public int First { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        if (++_written >= First)
        {
            throw StopUpstream();
        }
    }

    private Exception StopUpstream()
    {
        Type type = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        return (Exception)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, binder: null, [this], culture: null)!;
    }
}
