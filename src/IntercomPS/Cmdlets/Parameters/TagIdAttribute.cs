using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes tag ids out of texts, numbers, tags, and what is tagged.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TagIdAttribute : RecordIdAttribute
{
    /// <summary>Makes the attribute.</summary>
    public TagIdAttribute()
        : base("tag", "TagId", "tag_id", "Id")
    {
    }

    private protected override IEnumerable<string?>? IdsOfModel(object model) => model switch
    {
        Tag tag => One(tag.Id),
        Conversation conversation => conversation.TagDetails.Select(tag => tag.Id),
        Contact contact => contact.TagIds,
        _ => null,
    };
}
