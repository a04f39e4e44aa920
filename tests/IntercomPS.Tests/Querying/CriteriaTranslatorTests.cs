using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using Xunit;

namespace IntercomPS.Tests.Querying;

public sealed class CriteriaTranslatorTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static TheoryData<string, string> Parameters { get; } = new()
    {
        { "state", """{"field":"state","operator":"=","value":"closed"}""" },
        { "states", """{"field":"state","operator":"IN","value":["closed","open"]}""" },
        { "contact", """{"field":"contact_ids","operator":"=","value":"u-1"}""" },
        { "teammate", """{"field":"teammate_ids","operator":"=","value":"9"}""" },
        { "assignee", """{"field":"admin_assignee_id","operator":"=","value":0}""" },
        { "assignees", """{"field":"admin_assignee_id","operator":"IN","value":[0,9]}""" },
        { "team", """{"field":"team_assignee_id","operator":"=","value":5}""" },
        { "tag", """{"field":"tag_ids","operator":"IN","value":["1","2"]}""" },
        { "priority", """{"field":"priority","operator":"=","value":"priority"}""" },
        { "source", """{"field":"source.type","operator":"=","value":"email"}""" },
        { "rating", """{"field":"conversation_rating.score","operator":"IN","value":[1,2]}""" },
        { "read", """{"field":"read","operator":"=","value":false}""" },
        { "ai", """{"field":"ai_agent_participated","operator":"=","value":true}""" },
        { "word", """{"field":"source.body","operator":"~","value":"refund"}""" },
        { "words", """{"operator":"OR","value":[{"field":"source.body","operator":"~","value":"refund"},{"field":"source.body","operator":"~","value":"broken"}]}""" },
        { "nothing", """{"field":"created_at","operator":">","value":0}""" },
        { "created", """{"operator":"AND","value":[{"field":"created_at","operator":">","value":1699999999},{"field":"created_at","operator":"<","value":1700000010}]}""" },
        { "updated", """{"field":"updated_at","operator":">","value":1699999999}""" },
        { "closed", """{"operator":"AND","value":[{"field":"statistics.last_close_at","operator":"<","value":1700000010},{"field":"state","operator":"=","value":"closed"}]}""" },
        { "closed, any state", """{"operator":"AND","value":[{"field":"statistics.last_close_at","operator":">","value":1699999999},{"field":"state","operator":"=","value":"open"}]}""" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Each_parameter_becomes_its_filter(string name, string json) =>
        Assert.Equal(json, QueryJson.ToText(Translate(Criteria(name)).Filter));

    [Fact]
    public void Several_parameters_must_all_hold()
    {
        PlannedSearch query = Translate(new ConversationCriteria { States = ["open"], Read = true, BodyContains = ["a", "b"], Ratings = [5, 5] });

        Assert.Equal(
            """{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"field":"conversation_rating.score","operator":"=","value":5},{"field":"read","operator":"=","value":true},{"operator":"OR","value":[{"field":"source.body","operator":"~","value":"a"},{"field":"source.body","operator":"~","value":"b"}]}]}""",
            QueryJson.ToText(query.Filter));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_range_has_its_start_and_not_its_end_whether_or_not_the_server_is_strict(bool strict)
    {
        PlannedSearch query = Translate(new ConversationCriteria { Created = new TimeRange(Start, Start.AddSeconds(10), "Created") });
        var and = (QueryGroup)query.Filter;
        List<int> found = Enumerable.Range(-5, 30)
            .Where(second => and.Nodes.Cast<QueryFilter>().All(filter => Server(filter, 1_700_000_000 + second, strict)))
            .Where(second => Matches(query, new Conversation { CreatedAt = Start.AddSeconds(second) }))
            .ToList();

        Assert.Equal(Enumerable.Range(0, 10), found);
    }

    [Fact]
    public void A_conversation_without_the_time_is_in_no_bounded_range()
    {
        PlannedSearch query = Translate(new ConversationCriteria { Closed = new TimeRange(Start, null, "Closed") });

        Assert.False(Matches(query, new Conversation { State = "closed" }));
        Assert.True(Matches(query, new Conversation { State = "closed", Statistics = new ConversationStatistics { LastCloseAt = Start } }));
    }

    [Fact]
    public void Everything_at_once_is_within_the_limits_of_a_query()
    {
        var range = new TimeRange(Start, Start.AddDays(1), "x");
        var all = new ConversationCriteria
        {
            Created = range, Updated = range, States = ["open"], ContactIds = ["1"], TeammateIds = ["2"], AssigneeIds = [3], TeamIds = [4],
            TagIds = ["5"], Priorities = ["priority"], SourceTypes = ["email"], Ratings = [1], Read = true, AiAgentParticipated = false,
        };

        Assert.Equal(15, ((QueryGroup)Translate(all).Filter).Nodes.Count);
    }

    [Fact]
    public void More_texts_than_a_group_takes_become_groups_of_groups()
    {
        PlannedSearch query = Translate(new ConversationCriteria { BodyContains = Enumerable.Range(0, 40).Select(number => $"word{number}").ToList() });

        QueryLimits.Validate(query.Filter);
        Assert.Equal(40, CountFilters(query.Filter));
        Assert.False(query.IsChecked);
    }

    [Theory]
    [InlineData("refund", "refund", null)]
    [InlineData(" refund ", "refund", null)]
    [InlineData("refund!", "refund", "refund!")]
    [InlineData("a  refund\trequest", "request", "a refund request")]
    [InlineData("I don't log-in now", "now", "I don't log-in now")]
    [InlineData("don't", "don", "don't")]
    [InlineData("Übergröße bestellt", "Übergröße", "Übergröße bestellt")]
    public void A_text_of_several_words_asks_for_one_and_looks_for_the_whole_here(string text, string word, string? phrase)
    {
        BodySearch search = BodySearch.For(text);

        Assert.Equal((word, phrase), ((string)search.Filter.Value!, search.Phrase));
    }

    [Fact]
    public void A_phrase_is_looked_for_without_regard_to_case_and_spaces()
    {
        PlannedSearch query = Translate(new ConversationCriteria { BodyContains = ["Broken  Lamp", "refund"] });

        Assert.True(Matches(query, WithBody("my BROKEN\nlamp")));
        Assert.True(Matches(query, WithBody("a Refund please")));
        Assert.False(Matches(query, WithBody("the lamp is broken")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?! …")]
    public void A_text_without_a_word_is_refused(string text) =>
        Assert.Contains("no word", Assert.Throws<InvalidQueryException>(() => BodySearch.For(text)).Message, StringComparison.Ordinal);

    private static PlannedSearch Translate(ConversationCriteria criteria) =>
        Assert.Single(SearchPlanner.Plan(CriteriaTranslator.Translate(criteria)));

    private static bool Matches(PlannedSearch search, Conversation conversation) => ConditionEvaluator.Compile(search.Check)(conversation);

    private static int CountFilters(QueryNode node) => node is QueryGroup group ? group.Nodes.Sum(CountFilters) : 1;

    private static Conversation WithBody(string body) => new() { Source = new ConversationSource { Body = body } };

    private static bool Server(QueryFilter filter, long value, bool strict) => filter.Operator == ">"
        ? value > (long)filter.Value! || (!strict && value == (long)filter.Value!)
        : value < (long)filter.Value! || (!strict && value == (long)filter.Value!);

    private static ConversationCriteria Criteria(string name) => name switch
    {
        "state" => new() { States = ["closed"] },
        "states" => new() { States = ["closed", "open", "closed"] },
        "contact" => new() { ContactIds = ["u-1"] },
        "teammate" => new() { TeammateIds = ["9"] },
        "assignee" => new() { AssigneeIds = [0] },
        "assignees" => new() { AssigneeIds = [0, 9] },
        "team" => new() { TeamIds = [5] },
        "tag" => new() { TagIds = ["1", "2"] },
        "priority" => new() { Priorities = ["priority"] },
        "source" => new() { SourceTypes = ["email"] },
        "rating" => new() { Ratings = [1, 2] },
        "read" => new() { Read = false },
        "ai" => new() { AiAgentParticipated = true },
        "word" => new() { BodyContains = ["refund"] },
        "words" => new() { BodyContains = ["refund", "broken", "refund"] },
        "created" => new() { Created = new TimeRange(Start, Start.AddSeconds(9.5), "Created") },
        "updated" => new() { Updated = new TimeRange(Start, null, "Updated") },
        "closed" => new() { Closed = new TimeRange(null, Start.AddSeconds(10), "Closed") },
        "closed, any state" => new() { Closed = new TimeRange(Start, null, "Closed"), States = ["open"] },
        _ => new(),
    };
}
