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
    public CsvConversationWriter(Stream stream, IReadOnlyList<ExportColumn<Conversation>> columns, Stream? partStream)
    {
        _conversations = new CsvTable<Conversation>(stream, columns);
        _parts = partStream is null ? null : new CsvTable<ConversationPart>(partStream, PartColumns.All);
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
    public void Complete() => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _conversations.Dispose();
        _parts?.Dispose();
    }
}
