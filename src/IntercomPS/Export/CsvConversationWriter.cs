using System.Collections.Generic;
using System.IO;

namespace IntercomPS.Export;

/// <summary>Writes conversations as one CSV table and, where asked for, their parts as a second one.</summary>
internal sealed class CsvConversationWriter : IConversationWriter
{
    private readonly CsvTable<Conversation> _conversations;
    private readonly CsvTable<ConversationPart>? _parts;

    /// <summary>Begins the tables.</summary>
    /// <param name="stream">Where the conversations go; stays open.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="partStream">Where the parts go; stays open. Null leaves them out.</param>
    /// <param name="goesOn">Whether the streams hold the tables' beginnings already.</param>
    public CsvConversationWriter(Stream stream, IReadOnlyList<ExportColumn<Conversation>> columns, Stream? partStream, bool goesOn = false)
    {
        _conversations = new CsvTable<Conversation>(stream, columns, goesOn);
        _parts = partStream is null ? null : new CsvTable<ConversationPart>(partStream, PartColumns.All, goesOn);
    }

    /// <inheritdoc/>
    public long PartRows { get; private set; }

    /// <inheritdoc/>
    public void Write(Conversation conversation)
    {
        _conversations.Write(conversation);
        if (_parts is null)
        {
            return;
        }

        foreach (ConversationPart part in conversation.Parts)
        {
            _parts.Write(part);
            PartRows++;
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _conversations.Flush();
        _parts?.Flush();
    }

    /// <inheritdoc/>
    public void Complete() => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _conversations.Dispose();
        _parts?.Dispose();
    }
}
