using System;

namespace IntercomPS.Export;

/// <summary>Writes conversations to a stream in one format, row by row and without keeping any.</summary>
internal interface IConversationWriter : IDisposable
{
    /// <summary>How many parts were written.</summary>
    long PartRows { get; }

    /// <summary>Writes one conversation, with its parts where they were asked for.</summary>
    /// <param name="conversation">The conversation.</param>
    void Write(Conversation conversation);

    /// <summary>Hands all that is held back to the streams, so that they hold whole rows.</summary>
    void Flush();

    /// <summary>Writes what is still held back and ends the format. Nothing can be written afterwards.</summary>
    void Complete();
}
