using System.Collections.Generic;

namespace IntercomPS.Models.Json;

/// <summary>Turns the API's statistics into the objects that leave the module.</summary>
internal static class StatisticsMapper
{
    /// <summary>Maps the statistics of one conversation.</summary>
    /// <param name="contract">The statistics as the API wrote them; null where it gave none.</param>
    /// <returns>The statistics, or null.</returns>
    public static ConversationStatistics? Map(StatisticsContract? contract)
    {
        if (contract is null)
        {
            return null;
        }

        return new ConversationStatistics
        {
            TimeToAssignment = UnixTime.ToDuration(contract.TimeToAssignment),
            TimeToAdminReply = UnixTime.ToDuration(contract.TimeToAdminReply),
            TimeToFirstClose = UnixTime.ToDuration(contract.TimeToFirstClose),
            TimeToLastClose = UnixTime.ToDuration(contract.TimeToLastClose),
            MedianTimeToReply = UnixTime.ToDuration(contract.MedianTimeToReply),
            HandlingTime = UnixTime.ToDuration(contract.HandlingTime),
            AdjustedHandlingTime = UnixTime.ToDuration(contract.AdjustedHandlingTime),
            FirstContactReplyAt = UnixTime.ToTime(contract.FirstContactReplyAt),
            FirstAssignmentAt = UnixTime.ToTime(contract.FirstAssignmentAt),
            FirstAdminReplyAt = UnixTime.ToTime(contract.FirstAdminReplyAt),
            FirstCloseAt = UnixTime.ToTime(contract.FirstCloseAt),
            LastAssignmentAt = UnixTime.ToTime(contract.LastAssignmentAt),
            LastAssignmentAdminReplyAt = UnixTime.ToTime(contract.LastAssignmentAdminReplyAt),
            LastContactReplyAt = UnixTime.ToTime(contract.LastContactReplyAt),
            LastAdminReplyAt = UnixTime.ToTime(contract.LastAdminReplyAt),
            LastCloseAt = UnixTime.ToTime(contract.LastCloseAt),
            LastClosedById = contract.LastClosedById,
            CountReopens = UnixTime.ToCount(contract.CountReopens),
            CountAssignments = UnixTime.ToCount(contract.CountAssignments),
            CountConversationParts = UnixTime.ToCount(contract.CountConversationParts),
            AssignedTeamFirstResponseTime = ResponseTimes(
                contract.AssignedTeamFirstResponseTime ?? contract.AssignedTeamFirstResponseTimeByTeam),
            AssignedTeamFirstResponseTimeInOfficeHours = ResponseTimes(
                contract.AssignedTeamFirstResponseTimeInOfficeHours ?? contract.AssignedTeamFirstResponseTimeInOfficeHoursByTeam),
        };
    }

    private static TeamResponseTime[] ResponseTimes(List<TeamResponseTimeContract>? contracts) =>
        ConversationMapper.MapList(contracts, contract => new TeamResponseTime
        {
            TeamId = contract.TeamId,
            TeamName = contract.TeamName,
            ResponseTime = UnixTime.ToDuration(contract.ResponseTime),
        });
}
