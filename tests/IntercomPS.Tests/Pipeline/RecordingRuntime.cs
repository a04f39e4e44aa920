using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace IntercomPS.Tests.Pipeline;

/// <summary>Stands for the engine under a cmdlet, and keeps in order what the cmdlet writes.</summary>
internal sealed class RecordingRuntime : ICommandRuntime
{
    public List<(string Stream, object? Content)> Written { get; } = [];

    public PSHost Host => throw new NotSupportedException();

    public PSTransactionContext CurrentPSTransaction => throw new NotSupportedException();

    public bool TransactionAvailable() => false;

    /// <summary>A cmdlet whose writing is kept.</summary>
    public Cmdlet NewCmdlet() => new Anything { CommandRuntime = this };

    public void WriteObject(object? sendToPipeline) => Written.Add(("output", sendToPipeline));

    public void WriteObject(object? sendToPipeline, bool enumerateCollection) => WriteObject(sendToPipeline);

    public void WriteError(ErrorRecord errorRecord) => Written.Add(("error", errorRecord));

    public void WriteWarning(string? text) => Written.Add(("warning", text));

    public void WriteVerbose(string? text) => Written.Add(("verbose", text));

    public void WriteDebug(string? text) => Written.Add(("debug", text));

    public void WriteCommandDetail(string text) => Written.Add(("detail", text));

    public void WriteProgress(ProgressRecord progressRecord) => Written.Add(("progress", progressRecord));

    public void WriteProgress(long sourceId, ProgressRecord progressRecord) => WriteProgress(progressRecord);

    [DoesNotReturn]
    public void ThrowTerminatingError(ErrorRecord errorRecord) => throw new RuntimeException(errorRecord.ToString(), errorRecord.Exception, errorRecord);

    public bool ShouldProcess(string? target) => true;

    public bool ShouldProcess(string? target, string? action) => true;

    public bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption) => true;

    public bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption, out ShouldProcessReason shouldProcessReason)
    {
        shouldProcessReason = ShouldProcessReason.None;
        return true;
    }

    public bool ShouldContinue(string? query, string? caption) => true;

    public bool ShouldContinue(string? query, string? caption, ref bool yesToAll, ref bool noToAll) => true;

    private sealed class Anything : Cmdlet;
}
