using System;
using System.Collections.Generic;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes team ids out of texts, numbers, teams, conversations by their assignee, and admins by their teams.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TeamIdAttribute : RecordIdAttribute
{
    /// <summary>Makes the attribute.</summary>
    public TeamIdAttribute()
        : base("team", "TeamAssigneeId", "team_assignee_id", "TeamId", "team_id", "Id")
    {
    }

    private protected override IEnumerable<string?>? IdsOfModel(object model) => model switch
    {
        Team team => One(team.Id),
        Conversation conversation => One(conversation.TeamAssigneeId),
        Admin admin => admin.TeamIds,
        _ => null,
    };
}
