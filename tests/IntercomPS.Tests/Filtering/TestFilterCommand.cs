using System.Management.Automation;
using IntercomPS.Filtering;

namespace IntercomPS.Tests.Filtering;

/// <summary>Reads a filter in the scope of its caller, as the cmdlets do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Filter")]
public sealed class TestFilterCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(FilterCompleter))]
    public object Filter { get; set; } = string.Empty;

    protected override void EndProcessing() =>
        WriteObject(ConditionText.Of(FilterParser.Parse(Filter, new PSCmdletFilterScope(this))));
}
