using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads a conversation's statistics.</summary>
internal static class StatisticsReader
{
    [MethodImpl(HotPath.Optimized)]
    public static ConversationStatistics? Read(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        var statistics = new ConversationStatistics();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("time_to_assignment"u8))
            {
                statistics.TimeToAssignment = reader.ReadDuration();
            }
            else if (name.SequenceEqual("time_to_admin_reply"u8))
            {
                statistics.TimeToAdminReply = reader.ReadDuration();
            }
            else if (name.SequenceEqual("time_to_first_close"u8))
            {
                statistics.TimeToFirstClose = reader.ReadDuration();
            }
            else if (name.SequenceEqual("time_to_last_close"u8))
            {
                statistics.TimeToLastClose = reader.ReadDuration();
            }
            else if (name.SequenceEqual("median_time_to_reply"u8))
            {
                statistics.MedianTimeToReply = reader.ReadDuration();
            }
            else if (name.SequenceEqual("first_contact_reply_at"u8))
            {
                statistics.FirstContactReplyAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("first_assignment_at"u8))
            {
                statistics.FirstAssignmentAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("first_admin_reply_at"u8))
            {
                statistics.FirstAdminReplyAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("first_close_at"u8))
            {
                statistics.FirstCloseAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("last_assignment_at"u8))
            {
                statistics.LastAssignmentAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("last_assignment_admin_reply_at"u8))
            {
                statistics.LastAssignmentAdminReplyAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("last_contact_reply_at"u8))
            {
                statistics.LastContactReplyAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("last_admin_reply_at"u8))
            {
                statistics.LastAdminReplyAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("last_close_at"u8))
            {
                statistics.LastCloseAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("last_closed_by_id"u8))
            {
                statistics.LastClosedById = reader.ReadText();
            }
            else if (name.SequenceEqual("count_reopens"u8))
            {
                statistics.CountReopens = reader.ReadCount();
            }
            else if (name.SequenceEqual("count_assignments"u8))
            {
                statistics.CountAssignments = reader.ReadCount();
            }
            else if (name.SequenceEqual("count_conversation_parts"u8))
            {
                statistics.CountConversationParts = reader.ReadCount();
            }
            else if (name.SequenceEqual("handling_time"u8))
            {
                statistics.HandlingTime = reader.ReadDuration();
            }
            else if (name.SequenceEqual("adjusted_handling_time"u8))
            {
                statistics.AdjustedHandlingTime = reader.ReadDuration();
            }
            else if (name.StartsWith("assigned_team_first_response_time"u8))
            {
                // Seen with and without the suffix _by_team.
                TeamResponseTime[] times = reader.ReadList(ReadResponseTime);
                if (name.IndexOf("_in_office_hours"u8) >= 0)
                {
                    statistics.AssignedTeamFirstResponseTimeInOfficeHours = times;
                }
                else
                {
                    statistics.AssignedTeamFirstResponseTime = times;
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return statistics;
    }

    [MethodImpl(HotPath.Optimized)]
    private static TeamResponseTime ReadResponseTime(ref Utf8JsonReader reader)
    {
        var time = new TeamResponseTime();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("team_id"u8))
            {
                time.TeamId = reader.ReadText();
            }
            else if (name.SequenceEqual("team_name"u8))
            {
                time.TeamName = reader.ReadText();
            }
            else if (name.SequenceEqual("response_time"u8))
            {
                time.ResponseTime = reader.ReadDuration();
            }
            else
            {
                reader.Skip();
            }
        }

        return time;
    }
}
