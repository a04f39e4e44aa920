using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Pipeline;

/// <summary>The end of a <see cref="PipelineBridge"/> that work on another thread writes to.</summary>
internal sealed class PipelineWriter
{
    private readonly ChannelWriter<PipelineMessage> _messages;
    private readonly CancellationToken _stop;

    public PipelineWriter(ChannelWriter<PipelineMessage> messages, CancellationToken stop)
    {
        _messages = messages;
        _stop = stop;
    }

    /// <summary>Hands over one object; waits while the pipeline is behind.</summary>
    /// <param name="value">The object.</param>
    /// <returns>A task that ends when it is handed over.</returns>
    public ValueTask OutputAsync(object value) =>
        _messages.WriteAsync(new PipelineMessage(PipelineMessageKind.Output, value), _stop);

    /// <summary>Hands over several objects at once; waits while the pipeline is behind.</summary>
    /// <param name="values">The objects.</param>
    /// <returns>A task that ends when they are handed over.</returns>
    public ValueTask OutputListAsync(IReadOnlyList<object> values) =>
        _messages.WriteAsync(new PipelineMessage(PipelineMessageKind.OutputList, values), _stop);

    /// <summary>Hands over a non-terminating error.</summary>
    /// <param name="error">The error.</param>
    public void Error(ErrorRecord error) => Post(PipelineMessageKind.Error, error);

    /// <summary>Hands over a warning.</summary>
    /// <param name="text">Its text.</param>
    public void Warning(string text) => Post(PipelineMessageKind.Warning, text);

    /// <summary>Hands over a verbose line.</summary>
    /// <param name="text">Its text.</param>
    public void Verbose(string text) => Post(PipelineMessageKind.Verbose, text);

    /// <summary>Hands over a progress record.</summary>
    /// <param name="progress">The record.</param>
    public void Progress(ProgressRecord progress) => Post(PipelineMessageKind.Progress, progress);

    /// <remarks>
    /// Called from callbacks that cannot wait asynchronously. The queue is full only while the pipeline
    /// is far behind; then a pool thread waits, which holds the work back as it should.
    /// </remarks>
    private void Post(PipelineMessageKind kind, object content)
    {
        var message = new PipelineMessage(kind, content);
        if (_messages.TryWrite(message))
        {
            return;
        }

        try
        {
            _messages.WriteAsync(message, _stop).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            // The command is ending: nobody reads any more.
        }
    }
}
