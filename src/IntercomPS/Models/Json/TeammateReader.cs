using System;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads admins and teams.</summary>
internal static class TeammateReader
{
    public static Admin ReadAdmin(ref Utf8JsonReader reader)
    {
        var admin = new Admin();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                admin.Id = reader.ReadText() ?? string.Empty;
            }
            else if (name.SequenceEqual("name"u8))
            {
                admin.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("email"u8))
            {
                admin.Email = reader.ReadText();
            }
            else if (name.SequenceEqual("job_title"u8))
            {
                admin.JobTitle = reader.ReadText();
            }
            else if (name.SequenceEqual("away_mode_enabled"u8))
            {
                admin.AwayModeEnabled = reader.ReadFlag();
            }
            else if (name.SequenceEqual("away_mode_reassign"u8))
            {
                admin.AwayModeReassign = reader.ReadFlag();
            }
            else if (name.SequenceEqual("has_inbox_seat"u8))
            {
                admin.HasInboxSeat = reader.ReadFlag();
            }
            else if (name.SequenceEqual("team_ids"u8))
            {
                admin.TeamIds = reader.ReadTexts();
            }
            else
            {
                reader.Skip();
            }
        }

        return admin;
    }

    public static Team ReadTeam(ref Utf8JsonReader reader)
    {
        var team = new Team();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                team.Id = reader.ReadText() ?? string.Empty;
            }
            else if (name.SequenceEqual("name"u8))
            {
                team.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("admin_ids"u8))
            {
                team.AdminIds = reader.ReadTexts();
            }
            else if (name.SequenceEqual("assignment_limit"u8))
            {
                team.AssignmentLimit = reader.ReadCount();
            }
            else if (name.SequenceEqual("distribution_method"u8))
            {
                team.DistributionMethod = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }

        return team;
    }
}
