using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Pipeline;

/// <summary>The base of every command: work on pool threads, stopped when the command is.</summary>
public abstract class IntercomCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelineBridge? _bridge;

    /// <summary>Whether the verbose stream is shown, so that its lines are worth writing.</summary>
    private protected bool IsVerbose { get; private set; }

    /// <summary>Stops the work, and waits until nothing of it is left.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Looks at the preferences that hold for this call.</summary>
    /// <remarks>In a script's own scope, $VerbosePreference = 'Continue' is a text: only the global variable has a type.</remarks>
    protected override void BeginProcessing()
    {
        IsVerbose = MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose)
            ? verbose is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.TryConvertTo(GetVariableValue("VerbosePreference"), out ActionPreference preference)
                && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    /// <summary>Called on another thread when the pipeline stops: it only cancels.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The stop comes from another thread, and may meet a command that has just ended by itself.
        }
    }

    /// <summary>Stops the work, and waits until nothing of it is left.</summary>
    /// <param name="disposing">True when called by the engine.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _bridge?.Dispose();
            _bridge = null;
            _stop.Dispose();
        }
    }

    /// <summary>Starts the command's work.</summary>
    /// <param name="work">The work; it heeds its token.</param>
    private protected void StartWork(Func<PipelineWriter, CancellationToken, Task> work) =>
        _bridge = PipelineBridge.Start(work, _stop.Token);

    /// <summary>Writes what the work has handed over so far.</summary>
    private protected void WriteAvailable() => Guard(() => _bridge?.WriteAvailable(this));

    /// <summary>Writes until a task ends, such as that the work takes one more input.</summary>
    /// <param name="task">What is waited for.</param>
    private protected void WriteUntil(Task task) => Guard(() => _bridge?.WriteUntil(this, task));

    /// <summary>Writes until the work has ended; what it threw ends the command.</summary>
    private protected void WriteToEnd() => Guard(() => _bridge?.WriteToEnd(this));

    /// <summary>Does the command's work from start to end.</summary>
    /// <param name="work">The work; it heeds its token.</param>
    private protected void RunWork(Func<PipelineWriter, CancellationToken, Task> work)
    {
        StartWork(work);
        WriteToEnd();
        _bridge?.Dispose();
        _bridge = null;
    }

    /// <summary>The error that ends the command for what was thrown.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>The record.</returns>
    private protected virtual ErrorRecord RecordOf(Exception exception) => ErrorRecords.From(exception);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is not (PipelineStoppedException or RuntimeException))
        {
            ThrowTerminatingError(RecordOf(exception));
        }
    }
}
