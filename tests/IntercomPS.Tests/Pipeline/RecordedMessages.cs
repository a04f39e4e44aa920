using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using IntercomPS.Pipeline;

namespace IntercomPS.Tests.Pipeline;

/// <summary>The queue to the pipeline, without a pipeline: what was handed over is read from here.</summary>
internal sealed class RecordedMessages
{
    private readonly Channel<PipelineMessage> _messages = Channel.CreateUnbounded<PipelineMessage>();

    public RecordedMessages()
    {
        Writer = new PipelineWriter(_messages.Writer, CancellationToken.None);
    }

    public PipelineWriter Writer { get; }

    /// <summary>Takes what was handed over of a kind since the last time; the rest is lost.</summary>
    public IReadOnlyList<T> Take<T>(PipelineMessageKind kind)
    {
        var taken = new List<PipelineMessage>();
        while (_messages.Reader.TryRead(out PipelineMessage message))
        {
            taken.Add(message);
        }

        return taken.Where(message => message.Kind == kind).Select(message => (T)message.Content).ToList();
    }
}
