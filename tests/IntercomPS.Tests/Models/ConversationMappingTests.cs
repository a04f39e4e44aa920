using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Xunit;

namespace IntercomPS.Tests.Models;

public sealed class ConversationMappingTests
{
    [Fact]
    public void A_full_conversation_is_mapped_field_by_field()
    {
        Conversation conversation = ModelJson.Conversation(ConversationSample.Full());

        Assert.Equal("77", conversation.Id);
        Assert.Equal("A broken lamp", conversation.Title);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), conversation.CreatedAt);
        Assert.Equal(TimeSpan.Zero, conversation.CreatedAt.Offset);
        Assert.Equal("9", conversation.AdminAssigneeId);
        Assert.Equal("12", conversation.TeamAssigneeId);
        Assert.Equal("c-1", conversation.CompanyId);
        Assert.Equal(["refund"], conversation.Tags);
        Assert.Equal("9", Assert.Single(conversation.TagDetails).AppliedById);
        Assert.Equal((4, "fine"), (conversation.Rating, conversation.RatingRemark));
        Assert.Equal((3, "was slow"), (conversation.CxScore, conversation.CxScoreExplanation));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000200), conversation.ClosedAt);
        Assert.Equal(TimeSpan.FromSeconds(60), conversation.TimeToFirstReply);
        Assert.Equal(TimeSpan.FromSeconds(200), conversation.TimeToResolution);
        Assert.Equal("9", conversation.Statistics!.LastClosedById);
        Assert.Equal(TimeSpan.FromSeconds(40), conversation.Statistics.HandlingTime);
        Assert.Null(conversation.Statistics.AdjustedHandlingTime);
        Assert.Equal("12", Assert.Single(conversation.Statistics.AssignedTeamFirstResponseTime).TeamId);
        Assert.Equal(34, Assert.Single(conversation.Source!.Attachments).FileSize);
        Assert.Equal("88", Assert.Single(conversation.LinkedObjects).Id);
        Assert.Equal(("gold", "hit"), (conversation.SlaApplied!.Name, conversation.SlaApplied.Status));
        Assert.Equal(("escalated", 2), (conversation.AiAgent!.ResolutionState, conversation.AiAgent.Rating));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"\"")]
    public void Unassigned_is_null_however_it_is_written(string id)
    {
        Conversation conversation = ModelJson.Conversation($$"""{"id":1,"admin_assignee_id":{{id}},"team_assignee_id":{{id}}}""");

        Assert.Null(conversation.AdminAssigneeId);
        Assert.Null(conversation.TeamAssigneeId);
    }

    [Theory]
    [InlineData("priority")]
    [InlineData("not_priority")]
    [InlineData("none")]
    [InlineData("urgent")]
    public void The_priority_is_kept_as_each_version_spells_it(string priority) =>
        Assert.Equal(priority, ModelJson.Conversation($$"""{"id":"1","priority":"{{priority}}"}""").Priority);

    [Fact]
    public void An_empty_object_has_empty_collections_and_no_values()
    {
        Conversation conversation = ModelJson.Conversation("{}");

        Assert.Equal(string.Empty, conversation.Id);
        Assert.Empty(conversation.Tags);
        Assert.Empty(conversation.Contacts);
        Assert.Empty(conversation.CustomAttributes);
        Assert.Empty(conversation.Parts);
        Assert.Equal(string.Empty, conversation.FirstMessageBody);
        Assert.Null(conversation.MessageCount);
        Assert.Null(conversation.MissingPartCount);
        Assert.Null(conversation.ContactId);
    }

    [Theory]
    [InlineData("user", "u-1", "u-1,u-2", "u-1", "a@b.example")]
    [InlineData("lead", "u-2", "u-1,u-2", "u-2", "a@b.example")]
    [InlineData("contact", "u-1", "", "u-1", "a@b.example")]
    [InlineData("user", "u-9", "u-1", "u-1", null)]
    [InlineData("admin", "9", "u-1", "u-1", null)]
    [InlineData("bot", "9", "", null, null)]
    public void The_contact_is_the_author_who_is_one_and_else_the_first(string type, string authorId, string contacts, string? id, string? email)
    {
        var json = new JsonObject
        {
            ["id"] = "1",
            ["source"] = new JsonObject { ["author"] = new JsonObject { ["type"] = type, ["id"] = authorId, ["email"] = "a@b.example" } },
            ["contacts"] = new JsonObject
            {
                ["contacts"] = new JsonArray(contacts.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(contact => (JsonNode)new JsonObject { ["id"] = contact }).ToArray()),
            },
        };

        Conversation conversation = ModelJson.Conversation(json);

        Assert.Equal(id, conversation.ContactId);
        Assert.Equal(email, conversation.ContactEmail);
    }

    [Fact]
    public void An_empty_email_is_none()
    {
        JsonObject json = ConversationSample.Item();
        json["source"]!["author"]!["email"] = string.Empty;

        Assert.Null(ModelJson.Conversation(json).ContactEmail);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"4\"", 4)]
    [InlineData("2.0", 2)]
    [InlineData("0", null)]
    [InlineData("6", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("[3]", null)]
    [InlineData("\"good\"", null)]
    public void The_cx_score_is_one_to_five_or_nothing(string value, int? expected)
    {
        Conversation conversation = ModelJson.Conversation($$$"""{"id":"1","custom_attributes":{"CX Score rating":{{{value}}}}}""");

        Assert.Equal(expected, conversation.CxScore);
        Assert.Null(conversation.Rating);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("snoozed")]
    public void A_conversation_that_was_reopened_has_no_closing_time(string state)
    {
        JsonObject json = ConversationSample.Item();
        json["state"] = state;

        Conversation conversation = ModelJson.Conversation(json);

        Assert.Null(conversation.ClosedAt);
        Assert.Null(conversation.TimeToResolution);
        Assert.NotNull(conversation.Statistics!.LastCloseAt);
    }

    [Fact]
    public void Messages_are_counted_from_the_thread_and_else_taken_from_the_statistics()
    {
        // The source and one comment; a note and an empty close are none.
        Assert.Equal(2, ModelJson.Conversation(ConversationSample.Full()).MessageCount);
        Assert.Equal(7, ModelJson.Conversation(ConversationSample.Item()).MessageCount);
    }

    [Theory]
    [InlineData(3, 3, 9, 0)] // the statistic also counts what is no part
    [InlineData(3, 5, null, 2)]
    [InlineData(500, 500, 612, 112)]
    [InlineData(500, 640, 612, 140)]
    [InlineData(500, null, null, 0)]
    [InlineData(3, 2, null, 0)]
    public void Missing_parts_are_counted(int received, int? total, int? counted, int expected)
    {
        IEnumerable<JsonNode?> parts = Enumerable.Range(1, received).Select(id => (JsonNode?)new JsonObject { ["id"] = id });
        var json = new JsonObject
        {
            ["id"] = "1",
            ["statistics"] = new JsonObject { ["count_conversation_parts"] = counted },
            ["conversation_parts"] = new JsonObject { ["total_count"] = total, ["conversation_parts"] = new JsonArray(parts.ToArray()) },
        };

        Assert.Equal(expected, ModelJson.Conversation(json).MissingPartCount);
    }

    [Fact]
    public void Parts_carry_their_conversation_and_the_names_of_their_own_tags()
    {
        IReadOnlyList<ConversationPart> parts = ModelJson.Conversation(ConversationSample.Full()).Parts;

        Assert.Equal(["501", "502", "503"], parts.Select(part => part.Id));
        Assert.All(parts, part => Assert.Equal("77", part.ConversationId));
        Assert.Equal(["urgent"], parts[0].Tags);
        Assert.Equal(["noted"], parts[1].Tags);
        Assert.Empty(parts[2].Tags);
        Assert.Equal([true, false, false], parts.Select(part => part.IsMessage));
    }

    [Fact]
    public void Custom_attributes_of_any_kind_become_plain_values()
    {
        IReadOnlyDictionary<string, object?> attributes = ModelJson.Conversation(
            """{"custom_attributes":{"a":1,"b":1.5,"c":"x","d":true,"e":null,"f":[1,[2]],"g":{"h":[{}]},"i":1e400,"ü ö":99999999999999999999}}""").CustomAttributes;

        Assert.Equal(1L, attributes["a"]);
        Assert.Equal(1.5, attributes["b"]);
        Assert.Equal("x", attributes["c"]);
        Assert.Equal(true, attributes["d"]);
        Assert.Null(attributes["e"]);
        Assert.Equal(new List<object?> { 2L }, Assert.IsType<List<object?>>(attributes["f"])[1]);
        Assert.IsType<Dictionary<string, object?>>(attributes["g"]);
        Assert.Equal("1e400", attributes["i"]);
        Assert.Equal(1e20, attributes["ü ö"]);
    }

    [Theory]
    [InlineData("assigned_team_first_response_time_by_team", "assigned_team_first_response_time_in_office_hours_by_team")]
    [InlineData("assigned_team_first_response_time", "assigned_team_first_response_time_in_office_hours")]
    public void Team_response_times_are_read_under_both_names(string name, string inOfficeHours)
    {
        Conversation conversation = ModelJson.Conversation(
            $$$"""{"statistics":{"{{{name}}}":[{"team_id":1,"response_time":2}],"{{{inOfficeHours}}}":[{"team_id":3,"response_time":4}]}}""");

        Assert.Equal("1", Assert.Single(conversation.Statistics!.AssignedTeamFirstResponseTime).TeamId);
        Assert.Equal("3", Assert.Single(conversation.Statistics.AssignedTeamFirstResponseTimeInOfficeHours).TeamId);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("253402300800")]
    [InlineData("9223372036854775807")]
    [InlineData("1e300")]
    public void A_time_that_cannot_be_is_none(string time) =>
        Assert.Null(ModelJson.Conversation($$$"""{"waiting_since":{{{time}}}}""").WaitingSince);

    [Fact]
    public void A_count_that_cannot_be_is_none() =>
        Assert.Null(ModelJson.Conversation("""{"statistics":{"count_reopens":3000000000}}""").Statistics!.CountReopens);
}
