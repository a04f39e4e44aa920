using System.Linq;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Querying;

/// <summary>The fields of "Accepted fields" of the operation searchConversations, API 2.16.</summary>
public sealed class SearchFieldTests
{
    public static TheoryData<string, string> Documented { get; } = new()
    {
        { "id", "String" },
        { "created_at", "Date" },
        { "updated_at", "Date" },
        { "source.type", "String" },
        { "source.id", "String" },
        { "source.delivered_as", "String" },
        { "source.subject", "String" },
        { "source.body", "String" },
        { "source.author.id", "String" },
        { "source.author.type", "String" },
        { "source.author.name", "String" },
        { "source.author.email", "String" },
        { "source.url", "String" },
        { "contact_ids", "String" },
        { "teammate_ids", "String" },
        { "admin_assignee_id", "Integer" },
        { "team_assignee_id", "Integer" },
        { "channel_initiated", "String" },
        { "open", "Boolean" },
        { "read", "Boolean" },
        { "state", "String" },
        { "waiting_since", "Date" },
        { "snoozed_until", "Date" },
        { "tag_ids", "String" },
        { "priority", "String" },
        { "statistics.time_to_assignment", "Integer" },
        { "statistics.time_to_admin_reply", "Integer" },
        { "statistics.time_to_first_close", "Integer" },
        { "statistics.time_to_last_close", "Integer" },
        { "statistics.median_time_to_reply", "Integer" },
        { "statistics.first_contact_reply_at", "Date" },
        { "statistics.first_assignment_at", "Date" },
        { "statistics.first_admin_reply_at", "Date" },
        { "statistics.first_close_at", "Date" },
        { "statistics.last_assignment_at", "Date" },
        { "statistics.last_assignment_admin_reply_at", "Date" },
        { "statistics.last_contact_reply_at", "Date" },
        { "statistics.last_admin_reply_at", "Date" },
        { "statistics.last_close_at", "Date" },
        { "statistics.last_closed_by_id", "String" },
        { "statistics.count_reopens", "Integer" },
        { "statistics.count_assignments", "Integer" },
        { "statistics.count_conversation_parts", "Integer" },
        { "conversation_rating.requested_at", "Date" },
        { "conversation_rating.replied_at", "Date" },
        { "conversation_rating.score", "Integer" },
        { "conversation_rating.remark", "String" },
        { "conversation_rating.contact_id", "String" },
        { "conversation_rating.admin_d", "String" },
        { "ai_agent_participated", "Boolean" },
        { "ai_agent.resolution_state", "String" },
        { "ai_agent.last_answer_type", "String" },
        { "ai_agent.rating", "Integer" },
        { "ai_agent.rating_remark", "String" },
        { "ai_agent.source_type", "String" },
        { "ai_agent.source_title", "String" },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public void Each_documented_field_has_its_type(string name, string type) =>
        Assert.Equal(type, SearchField.TypeOf(name).ToString());

    [Fact]
    public void There_are_no_other_fields_but_attributes()
    {
        Assert.Equal(Documented.Select(row => row.Data.Item1).Order(), SearchField.Names.Order());
        Assert.Equal(SearchFieldType.Any, SearchField.TypeOf("custom_attributes.Plan Name"));
        Assert.Null(SearchField.TypeOf("custom_attributes."));
        Assert.Null(SearchField.TypeOf("cx_score"));
    }
}
