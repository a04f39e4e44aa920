using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Pipeline;

/// <summary>The base of every command that works on ids while more of them still come through the pipeline.</summary>
public abstract class IdPipelineCmdlet : IntercomSessionCmdlet
{
    private readonly Channel<string> _ids = Channel.CreateBounded<string>(new BoundedChannelOptions(256) { SingleReader = true });
    private bool _working;

    /// <summary>Writes the rest.</summary>
    protected override void EndProcessing()
    {
        _ids.Writer.TryComplete();
        if (_working)
        {
            WriteToEnd();
        }
    }

    /// <summary>Takes ids in, and writes what has come meanwhile.</summary>
    /// <param name="ids">The ids.</param>
    private protected void TakeIds(IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            if (!_working)
            {
                _working = true;
                StartWork(WithClient((context, cancellationToken) =>
                    WorkAsync(context, ChannelReading.ReadAsync(_ids.Reader, cancellationToken), cancellationToken)));
            }

            if (!_ids.Writer.TryWrite(id))
            {
                WriteUntil(_ids.Writer.WriteAsync(id).AsTask());
            }
        }

        WriteAvailable();
    }

    /// <summary>Works on the ids until there are no more.</summary>
    /// <param name="context">The command's client and writer.</param>
    /// <param name="ids">The ids, which may come slowly.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when all is written.</returns>
    private protected abstract Task WorkAsync(WorkContext context, IAsyncEnumerable<string> ids, CancellationToken cancellationToken);
}
