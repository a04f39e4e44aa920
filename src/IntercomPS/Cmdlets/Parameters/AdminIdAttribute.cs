using System;
using System.Collections.Generic;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes admin ids out of texts, numbers, admins, what has an assignee or an owner, and teams with their members.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AdminIdAttribute : RecordIdAttribute
{
    /// <summary>Makes the attribute.</summary>
    public AdminIdAttribute()
        : base("admin", "AdminAssigneeId", "admin_assignee_id", "AdminId", "admin_id", "Id")
    {
    }

    private protected override IEnumerable<string?>? IdsOfModel(object model) => model switch
    {
        Admin admin => One(admin.Id),
        Conversation conversation => One(conversation.AdminAssigneeId),
        Contact contact => One(contact.OwnerId),
        Team team => team.AdminIds,
        _ => null,
    };
}
