using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A conversation's statistics as the API writes them; the response times have been seen with and without the suffix _by_team.</summary>
internal sealed class StatisticsContract
{
    public long? TimeToAssignment { get; set; }
    public long? TimeToAdminReply { get; set; }
    public long? TimeToFirstClose { get; set; }
    public long? TimeToLastClose { get; set; }
    public long? MedianTimeToReply { get; set; }
    public long? HandlingTime { get; set; }
    public long? AdjustedHandlingTime { get; set; }
    public long? FirstContactReplyAt { get; set; }
    public long? FirstAssignmentAt { get; set; }
    public long? FirstAdminReplyAt { get; set; }
    public long? FirstCloseAt { get; set; }
    public long? LastAssignmentAt { get; set; }
    public long? LastAssignmentAdminReplyAt { get; set; }
    public long? LastContactReplyAt { get; set; }
    public long? LastAdminReplyAt { get; set; }
    public long? LastCloseAt { get; set; }
    public long? CountReopens { get; set; }
    public long? CountAssignments { get; set; }
    public long? CountConversationParts { get; set; }
    public string? LastClosedById { get; set; }

    [JsonConverter(typeof(LenientListConverter<TeamResponseTimeContract>))]
    public List<TeamResponseTimeContract>? AssignedTeamFirstResponseTime { get; set; }

    [JsonConverter(typeof(LenientListConverter<TeamResponseTimeContract>))]
    public List<TeamResponseTimeContract>? AssignedTeamFirstResponseTimeByTeam { get; set; }

    [JsonConverter(typeof(LenientListConverter<TeamResponseTimeContract>))]
    public List<TeamResponseTimeContract>? AssignedTeamFirstResponseTimeInOfficeHours { get; set; }

    [JsonConverter(typeof(LenientListConverter<TeamResponseTimeContract>))]
    public List<TeamResponseTimeContract>? AssignedTeamFirstResponseTimeInOfficeHoursByTeam { get; set; }
}
