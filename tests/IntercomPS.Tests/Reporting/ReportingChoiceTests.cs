using System;
using System.Linq;
using System.Text;
using IntercomPS.Models.Json;
using IntercomPS.Reporting;
using Xunit;

namespace IntercomPS.Tests.Reporting;

public sealed class ReportingChoiceTests
{
    private static readonly ReportingDataset[] Datasets = ReportingReader.ReadDatasets("""
        {"type":"list","more":{"x":[1]},"data":[
          {"id":"conversation","name":"Conversation","description":"All","default_time_attribute_id":"conversation_started_at","attributes":[
            {"id":"conversation_id","name":"Conversation ID","qualified_id":"standard.conversation_id","type":"string"},
            {"id":"channel","name":"Channel","qualified_id":"standard.channel"},
            {"id":"Brand","name":"Brand (people)","qualified_id":"people.Brand"},
            {"id":"Brand","name":"Brand [AI]","qualified_id":"conversation.Brand"},
            {"id":"ai_cx_score_rating","name":"CX Score rating","qualified_id":"ai.ai_cx_score_rating"},
            {"id":"shadow","name":"channel","qualified_id":"people.shadow"},
            null, 5, {"name":"no id"}]},
          {"id":"call","name":"Calls","attributes":[{"id":"call_id","name":"Call ID"},{"id":"Brand","name":"One"},{"id":"Brand","name":"Two"}]},
          {"id":"call_team_stats","name":"Calls team stats"},
          {"name":"none"}]}
        """u8);

    [Theory]
    [InlineData("conversation_id", "standard.conversation_id")]
    [InlineData("CONVERSATION id", "standard.conversation_id")]
    [InlineData("Standard.Channel", "standard.channel")]
    [InlineData("channel", "standard.channel")]
    [InlineData("brand [ai]", "conversation.Brand")]
    [InlineData(" people.brand ", "people.Brand")]
    [InlineData("*cx*", "ai.ai_cx_score_rating")]
    [InlineData("Brand*", "people.Brand conversation.Brand")]
    [InlineData("people.*", "people.Brand people.shadow")]
    [InlineData("c?annel", "standard.channel people.shadow")]
    [InlineData("channel,conversation_id,*channel", "standard.channel standard.conversation_id people.shadow")]
    public void An_attribute_is_found_by_id_or_name(string names, string expected) =>
        Assert.Equal(expected.Split(' '), ReportingChoice.FindAttributes(Datasets[0], names.Split(',')).Select(attribute => attribute.Key));

    [Fact]
    public void Without_names_all_attributes_are_chosen_each_once()
    {
        Assert.Equal(6, ReportingChoice.FindAttributes(Datasets[0], []).Count);
        Assert.Equal(["call_id", "Brand"], ReportingChoice.FindAttributes(Datasets[1], []).Select(attribute => attribute.Key));
    }

    [Theory]
    [InlineData("chanel", "'channel'")]
    [InlineData("cx_score", "'ai_cx_score_rating'")]
    [InlineData("x*y", "nearest")]
    [InlineData("", "nearest")]
    public void An_unknown_attribute_is_an_error_with_the_nearest_names(string name, string nearest)
    {
        ReportingException error = Assert.Throws<ReportingException>(() => ReportingChoice.FindAttributes(Datasets[0], ["channel", name]));

        Assert.Equal(ReportingProblem.UnknownAttribute, error.Problem);
        Assert.Equal(name, error.Subject);
        Assert.Contains(nearest, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_two_attributes_have_is_an_error_that_tells_them_apart()
    {
        ReportingException error = Assert.Throws<ReportingException>(() => ReportingChoice.FindAttributes(Datasets[0], ["brand"]));

        Assert.Equal(ReportingProblem.AmbiguousAttribute, error.Problem);
        Assert.Contains("people.Brand, conversation.Brand", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_2_16_the_same_id_is_asked_for_once() =>
        Assert.Equal("Brand", Assert.Single(ReportingChoice.FindAttributes(Datasets[1], ["brand"])).Key);

    [Fact]
    public void A_dataset_without_attributes_cannot_be_exported() => Assert.Equal(
        ReportingProblem.UnknownAttribute,
        Assert.Throws<ReportingException>(() => ReportingChoice.FindAttributes(Datasets[2], [])).Problem);

    [Theory]
    [InlineData("conversation", "conversation")]
    [InlineData("CALLS", "call")]
    [InlineData("call", "call")]
    [InlineData("call*", "call call_team_stats")]
    [InlineData("*", "conversation call call_team_stats")]
    [InlineData("nothing*", "")]
    public void A_dataset_is_found_by_id_or_name(string name, string expected) => Assert.Equal(
        expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ReportingChoice.FindDatasets(name, Datasets).Select(dataset => dataset.Id));

    [Theory]
    [InlineData("conversations", "'conversation'")]
    [InlineData("call*", "'call'")]
    [InlineData("nothing*", "'call'")]
    public void An_export_takes_one_dataset(string name, string nearest)
    {
        ReportingException error = Assert.Throws<ReportingException>(() => ReportingChoice.FindDataset(name, Datasets));

        Assert.Equal(ReportingProblem.DatasetNotFound, error.Problem);
        Assert.Contains(nearest, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_answer_tells_is_on_the_objects()
    {
        Assert.Equal(["conversation", "call", "call_team_stats"], Datasets.Select(dataset => dataset.ToString()));
        Assert.Equal(("Conversation", "All", "conversation_started_at"), (Datasets[0].Name, Datasets[0].Description, Datasets[0].DefaultTimeAttributeId));
        Assert.Equal(["standard.conversation_id", "call_id"], Datasets.Take(2).Select(dataset => dataset.Attributes[0].ToString()));
    }

    [Theory]
    [InlineData("""{"type":"list"}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""[]""")]
    [InlineData("""{"data":[""")]
    [InlineData("")]
    public void An_answer_without_the_list_is_broken(string json) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => ReportingReader.ReadDatasets(Encoding.UTF8.GetBytes(json)));
}
