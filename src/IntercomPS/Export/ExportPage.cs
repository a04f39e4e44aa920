using System.Collections.Generic;

namespace IntercomPS.Export;

/// <summary>Some conversations to export, in their order, and those among them that could not be had.</summary>
/// <param name="Conversations">The conversations.</param>
/// <param name="Skipped">What is left out; of a page with conversations, nothing that comes behind the last of them.</param>
internal sealed record ExportPage(IReadOnlyList<Conversation> Conversations, IReadOnlyList<SkippedConversation> Skipped)
{
    public ExportPage(IReadOnlyList<Conversation> conversations)
        : this(conversations, [])
    {
    }
}
