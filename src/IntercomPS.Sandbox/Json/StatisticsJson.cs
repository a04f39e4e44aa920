using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes a conversation's statistics.</summary>
internal static class StatisticsJson
{
    public static void Write(Utf8JsonWriter json, SandboxConversation conversation)
    {
        if (conversation.Statistics is not SandboxStatistics statistics)
        {
            json.WriteNull("statistics"u8);
            return;
        }

        json.WriteStartObject("statistics"u8);
        json.WriteString("type"u8, "conversation_statistics"u8);
        json.WriteOptional("time_to_assignment"u8, statistics.TimeToAssignment);
        json.WriteOptional("time_to_admin_reply"u8, statistics.TimeToAdminReply);
        json.WriteOptional("time_to_first_close"u8, statistics.TimeToFirstClose);
        json.WriteOptional("time_to_last_close"u8, statistics.TimeToLastClose);
        json.WriteOptional("median_time_to_reply"u8, statistics.MedianTimeToReply);
        json.WriteOptional("first_contact_reply_at"u8, statistics.FirstContactReplyAtUnix);
        json.WriteOptional("first_assignment_at"u8, statistics.FirstAssignmentAtUnix);
        json.WriteOptional("first_admin_reply_at"u8, statistics.FirstAdminReplyAtUnix);
        json.WriteOptional("first_close_at"u8, statistics.FirstCloseAtUnix);
        json.WriteOptional("last_assignment_at"u8, statistics.LastAssignmentAtUnix);
        json.WriteOptional("last_assignment_admin_reply_at"u8, statistics.LastAssignmentAdminReplyAtUnix);
        json.WriteOptional("last_contact_reply_at"u8, statistics.LastContactReplyAtUnix);
        json.WriteOptional("last_admin_reply_at"u8, statistics.LastAdminReplyAtUnix);
        json.WriteOptional("last_close_at"u8, statistics.LastCloseAtUnix);
        json.WriteString("last_closed_by_id"u8, statistics.LastClosedById);
        json.WriteNumber("count_reopens"u8, statistics.CountReopens);
        json.WriteNumber("count_assignments"u8, statistics.CountAssignments);
        json.WriteNumber("count_conversation_parts"u8, statistics.CountConversationParts);
        json.WriteOptional("handling_time"u8, statistics.HandlingTime);
        json.WriteOptional("adjusted_handling_time"u8, statistics.HandlingTime / 2);
        WriteTeamTimes(json, "assigned_team_first_response_time", conversation.TeamAssignee, statistics.TimeToAdminReply);
        WriteTeamTimes(json, "assigned_team_first_response_time_in_office_hours", conversation.TeamAssignee, statistics.TimeToAdminReply / 3);
        json.WriteEndObject();
    }

    private static void WriteTeamTimes(Utf8JsonWriter json, string name, SandboxTeam? team, int? seconds)
    {
        json.WriteStartArray(name);
        if (team is not null && seconds is int time)
        {
            json.WriteStartObject();
            json.WriteNumber("team_id"u8, team.Number);
            json.WriteString("team_name"u8, team.Name);
            json.WriteNumber("response_time"u8, time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
