using System;
using System.Collections.Generic;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes conversation ids out of texts, numbers, conversations, parts and rows of an export.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConversationIdAttribute : RecordIdAttribute
{
    /// <summary>Makes the attribute.</summary>
    public ConversationIdAttribute()
        : base("conversation", "ConversationId", "conversation_id", "Id")
    {
    }

    private protected override bool EmptyMeansNone => false;

    private protected override IEnumerable<string?>? IdsOfModel(object model) => model switch
    {
        Conversation conversation => One(conversation.Id),
        ConversationPart part => One(part.ConversationId),
        _ => null,
    };
}
