using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Pipeline;

/// <summary>Runs a command's work on pool threads, and writes what it hands over on the pipeline's thread.</summary>
/// <remarks>
/// Only the pipeline's thread may call a cmdlet's Write methods, and only within its Processing
/// methods. The queue between is bounded, so that memory stays flat however slow the pipeline is.
/// </remarks>
internal sealed class PipelineBridge : IDisposable
{
    private const int Capacity = 8;
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly Channel<PipelineMessage> _messages = Channel.CreateBounded<PipelineMessage>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly CancellationTokenSource _stop;
    private readonly Task _work;
    private Task<bool>? _more;

    private PipelineBridge(Func<PipelineWriter, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken stop = _stop.Token;
        var writer = new PipelineWriter(_messages.Writer, stop);
        _work = Task.Run(async () =>
        {
            try
            {
                await work(writer, stop).ConfigureAwait(false);
            }
            finally
            {
                _messages.Writer.TryComplete();
            }
        }, CancellationToken.None);
    }

    /// <summary>Starts work.</summary>
    /// <param name="work">The work; it heeds its token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bridge, to be disposed at the command's end.</returns>
    public static PipelineBridge Start(Func<PipelineWriter, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        new(work, cancellationToken);

    /// <summary>Writes what has been handed over so far, and does not wait.</summary>
    /// <param name="cmdlet">The command.</param>
    public void WriteAvailable(Cmdlet cmdlet)
    {
        while (_messages.Reader.TryRead(out PipelineMessage message))
        {
            Write(cmdlet, message);
        }
    }

    /// <summary>Writes until a task has ended; where the work ends before it, throws what the work threw.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="task">What is waited for.</param>
    public void WriteUntil(Cmdlet cmdlet, Task task)
    {
        while (!task.IsCompleted)
        {
            // One waiter is enough: a new one for each turn would pile up while nothing comes.
            _more = _more is { IsCompleted: false } ? _more : _messages.Reader.WaitToReadAsync(_stop.Token).AsTask();
            Task.WaitAny(task, _more, _work);
            _stop.Token.ThrowIfCancellationRequested();
            WriteAvailable(cmdlet);
            if (_work.IsCompleted)
            {
                WriteToEnd(cmdlet);
                return;
            }
        }
    }

    /// <summary>Writes until the work has ended, and throws what it threw.</summary>
    /// <param name="cmdlet">The command.</param>
    public void WriteToEnd(Cmdlet cmdlet)
    {
        while (_messages.Reader.WaitToReadAsync(_stop.Token).AsTask().GetAwaiter().GetResult())
        {
            WriteAvailable(cmdlet);
        }

        _work.GetAwaiter().GetResult();
    }

    /// <summary>Stops the work and waits until nothing of it is left.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        if (Task.WaitAny([_work], LongestGoodbye) == 0)
        {
            _ = _work.Exception; // thrown already where it mattered
            _stop.Dispose();
        }
    }

    private static void Write(Cmdlet cmdlet, PipelineMessage message)
    {
        switch (message.Kind)
        {
            case PipelineMessageKind.Output:
                cmdlet.WriteObject(message.Content);
                break;
            case PipelineMessageKind.OutputList:
                foreach (object item in (IReadOnlyList<object>)message.Content)
                {
                    cmdlet.WriteObject(item);
                }

                break;
            case PipelineMessageKind.Error:
                cmdlet.WriteError((ErrorRecord)message.Content);
                break;
            case PipelineMessageKind.Warning:
                cmdlet.WriteWarning((string)message.Content);
                break;
            case PipelineMessageKind.Verbose:
                cmdlet.WriteVerbose((string)message.Content);
                break;
            case PipelineMessageKind.Progress:
                cmdlet.WriteProgress((ProgressRecord)message.Content);
                break;
            default:
                throw new InvalidOperationException($"No place for a message of the kind {message.Kind}.");
        }
    }
}
