using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes contact ids out of texts, contacts, conversations, authors and rows of an export.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContactIdAttribute : RecordIdAttribute
{
    /// <summary>Makes the attribute.</summary>
    public ContactIdAttribute()
        : base("contact", "ContactId", "contact_id", "Id")
    {
    }

    private protected override IEnumerable<string?>? IdsOfModel(object model) => model switch
    {
        Contact contact => One(contact.Id),
        Conversation conversation => One(conversation.ContactId),
        Author { IsContact: true } author => One(author.Id),
        Reference { Type: "contact" or "user" or "lead" } reference => One(reference.Id),
        _ => null,
    };

    /// <remarks>
    /// An object that has no id but an address can still bind to -Email. The engine tries that only where the
    /// error wraps a failed cast (CmdletParameterBinderController.BindValueFromPipeline of the engine).
    /// </remarks>
    private protected override ArgumentTransformationMetadataException NoId(PSObject? holder)
    {
        ArgumentTransformationMetadataException error = base.NoId(holder);
        return holder?.Properties["Email"] is null && holder?.Properties["ContactEmail"] is null
            ? error
            : new ArgumentTransformationMetadataException(error.Message, new PSInvalidCastException(error.Message));
    }
}
