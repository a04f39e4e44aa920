using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using Xunit;
using static IntercomPS.Tests.Querying.Planning.PlannedText;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>What each kind of condition is asked as, and what is left to check.</summary>
public sealed class PlannerTableTests
{
    private const long Day = 1_770_000_000; // 2026-02-02T02:40:00Z

    internal static IReadOnlyDictionary<string, Condition> Conditions { get; } = new Dictionary<string, Condition>
    {
        ["word"] = Eq("state", "closed"),
        ["not word"] = Ne("state", "closed"),
        ["list"] = Eq("state", "closed", "open"),
        ["not in list"] = Ne("state", "closed", "open"),
        ["a list with repeats"] = Eq("rating", 1L, 1L, 1L),
        ["id"] = Eq("contact_ids", "u-1"),
        ["text is missing"] = Eq("conversation_rating.remark", [null]),
        ["text is there"] = Ne("conversation_rating.remark", [null]),
        ["empty text is missing"] = Eq("conversation_rating.remark", ""),
        ["number is missing"] = Eq("rating", [null]),
        ["number is there"] = Ne("rating", [null]),
        ["number or missing"] = Eq("rating", 1L, null),
        ["neither number nor missing"] = Ne("rating", 1L, null),
        ["what every conversation has is never missing"] = Eq("created_at", [null]),
        ["what every conversation has is always there"] = Ne("created_at", [null]),
        ["unassigned"] = Eq("admin_assignee_id", 0L),
        ["flag"] = Eq("read", false),
        ["not flag"] = Ne("ai_agent_participated", true),
        ["time, at least"] = Ge("created_at", Day),
        ["time, more"] = Gt("created_at", Day),
        ["time, at most"] = Le("created_at", Day),
        ["time, less"] = Lt("created_at", Day),
        ["time, not at least"] = Not(Ge("created_at", Day)),
        ["time that can be missing, not less"] = Not(Lt("waiting_since", Day)),
        ["time, equal"] = Eq("created_at", Day),
        ["a time out of range is never"] = Eq("created_at", 100_000_000_000L),
        ["a time out of range in a list"] = Eq("created_at", Day, -1L),
        ["a bound out of range"] = Lt("created_at", long.MaxValue),
        ["a least bound"] = Ge("created_at", long.MinValue),
        ["duration"] = Gt("time_to_admin_reply", 3600L),
        ["count"] = Le("message_count", 2L),
        ["a count without end"] = Le("message_count", long.MaxValue),
        ["starts with"] = Like("source.url", "https://a*"),
        ["ends with"] = Like("source.url", "*/pricing"),
        ["contains"] = Like("source.url", "*billing*"),
        ["does not contain"] = NotLike("source.url", "*billing*"),
        ["does not start with"] = NotLike("source.url", "https://a*"),
        ["starts and ends"] = Like("source.url", "https://*/pricing"),
        ["one letter"] = Like("source.url", "*pri?ing*"),
        ["a set"] = Like("source.url", "http[s`]]*cing"),
        ["an escaped star"] = Like("source.url", "*a`*b*"),
        ["no wildcard"] = Like("source.url", "abc"),
        ["anything"] = Like("source.url", "*"),
        ["several patterns"] = Like("source.url", "a*", "*b"),
        ["none of several patterns"] = NotLike("source.url", "*a*", "*b*"),
        ["body word"] = Like("source.body", "*refund*"),
        ["not body word"] = NotLike("source.body", "*refund*"),
        ["body phrase"] = Like("source.body", "*a refund, please*"),
        ["not body phrase"] = NotLike("source.body", "*a refund, please*"),
        ["body beginning"] = Like("source.body", "Hello there*"),
        ["body without a word"] = Like("source.body", "*!?*"),
        ["body equal"] = Eq("source.body", "Hello there, Ada"),
        ["body in list"] = Eq("source.body", "Hello", "Bye"),
        ["client text"] = Eq("title", "Hello"),
        ["client text and time"] = All(Like("title", "*x*"), Ge("created_at", Day)),
        ["client text or time"] = Any(Like("title", "*x*"), Ge("created_at", Day)),
        ["cx score"] = All(Le("cx_score", 2L), Ge("created_at", Day), Lt("created_at", Day + 10)),
        ["closed at"] = All(Ge("closed_at", Day), Lt("closed_at", Day + 10)),
        ["closed at is"] = Eq("closed_at", Day),
        ["closed at is not"] = Ne("closed_at", Day),
        ["closed at is missing"] = Eq("closed_at", [null]),
        ["closed at is there"] = Ne("closed_at", [null]),
        ["not closed before"] = Not(Lt("closed_at", Day)),
        ["time to resolution"] = Gt("time_to_resolution", 3600L),
        ["attribute text"] = Eq("custom_attributes.Order Number", "A-1"),
        ["attribute number"] = Ge("custom_attributes.Refund Amount", 12.5),
        ["attribute number, less"] = Lt("custom_attributes.Refund Amount", 12.5),
        ["attribute number, huge"] = Lt("custom_attributes.Refund Amount", 1e300),
        ["attribute number, not less"] = Not(Lt("custom_attributes.Refund Amount", 12.5)),
        ["attribute is missing"] = Eq("custom_attributes.Order Number", [null]),
        ["attribute flag"] = Eq("custom_attributes.Is VIP?", true),
        ["the attribute of the cx score"] = Eq("custom_attributes.CX Score rating", 1L),
        ["20 values"] = Eq("tag_ids", Texts(1, 20)),
        ["none of 20 values"] = Ne("tag_ids", Texts(1, 20)),
        ["20 values and a state"] = All(Eq("tag_ids", Texts(1, 20)), Eq("state", "open")),
        ["equalities of one field"] = Any(Eq("state", "open"), Eq("state", "closed"), Eq("read", true)),
        ["inequalities of one field"] = All(Ne("state", "open"), Ne("state", "closed"), Eq("read", true)),
        ["17 filters"] = All(Numbers(1, 17).Select(number => (Condition)Eq($"custom_attributes.A{number}", "x")).ToArray()),
        ["17 filters, any"] = Any(Numbers(1, 17).Select(number => (Condition)Eq($"custom_attributes.A{number}", "x")).ToArray()),
        ["three levels"] = Any(Eq("read", true), All(Eq("open", true), Any(Eq("state", "open"), All(Eq("tag_ids", "1"), Eq("priority", "priority"))))),
        ["three levels and a client part"] = Any(Eq("read", true), All(Eq("open", true), Any(Eq("cx_score", 1L), All(Eq("tag_ids", "1"), Eq("priority", "priority"))))),
        ["four levels in an and"] = All(Ge("created_at", Day), Any(Eq("read", true), All(Eq("open", true), Any(Eq("state", "open"), Eq("tag_ids", "1"))))),
        ["unreadable"] = Eq("channel_initiated", "email"),
        ["unreadable time, at least"] = Ge("rating_replied_at", Day),
        ["unreadable time, less"] = Lt("rating_replied_at", Day),
        ["unreadable time, not less"] = Not(Lt("rating_replied_at", Day)),
        ["unreadable or client part"] = Any(Eq("channel_initiated", "email"), Eq("cx_score", 1L)),
        ["unreadable or client part, in time"] = All(Any(Eq("channel_initiated", "email"), Eq("cx_score", 1L)), Eq("state", "closed")),
        ["unreadable and three levels"] = Any(All(Eq("read", true), Any(Eq("channel_initiated", "email"), All(Eq("open", true), Eq("state", "open"))))),
        ["always"] = All(),
        ["never"] = Any(),
        ["always or something"] = Any(All(), Eq("state", "open")),
        ["never and something"] = All(Any(), Eq("state", "open")),
        ["a double negation"] = Not(Not(Eq("state", "open"))),
        ["a negated group"] = Not(All(Eq("state", "open"), Ne("read", true))),
    };

    public static TheoryData<string> Names { get; } = new(Conditions.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_condition_becomes_its_searches(string name) => Assert.Equal(ExpectedPlans.All[name], Of(Conditions[name]));

    [Fact]
    public void What_multiplies_to_very_many_terms_is_asked_as_far_as_it_goes()
    {
        IReadOnlyList<string> searches = Of(All(Enumerable.Range(0, 9).Select(number => Any(
            All(Eq($"custom_attributes.A{number}", "x"), Any(Eq("read", true), Eq($"custom_attributes.B{number}", "x"))),
            Eq($"custom_attributes.C{number}", "x"))).ToArray()));

        Assert.InRange(searches.Count, 2, SeveralSearches.Maximum);
        Assert.All(searches, search => Assert.Contains(" ? ", search));
    }

    private static IReadOnlyDictionary<string, (Condition Condition, string Message)> Refused { get; } = new Dictionary<string, (Condition, string)>
    {
        ["a pattern without a filter of its own"] = (Like("channel_initiated", "em*l"), "channel_initiated -like 'em*l'"),
        ["not beginning with"] = (NotLike("channel_initiated", "em*"), "channel_initiated -notlike 'em*'"),
        ["missing, of a text"] = (Eq("channel_initiated", [null]), "channel_initiated -eq $null"),
        ["there, of a text"] = (Ne("channel_initiated", [null]), "channel_initiated -ne $null"),
        ["in a group"] = (All(Eq("state", "open"), Like("channel_initiated", "?mail")), "channel_initiated"),
        ["an open bracket"] = (Like("title", "[ab"), "'[ab'"),
        ["an open bracket of which the end is escaped"] = (NotLike("source.url", "*[ab`]"), "'*[ab`]'"),
        ["a name that was not looked up"] = (Eq("tag", "billing"), "tag"),
        ["more searches than go side by side"] = (
            Any(Enumerable.Range(0, 41).Select(number => All(Eq("channel_initiated", $"{number}"), Eq("title", $"{number}"))).ToArray()),
            "41 searches at once, and 40 are the most"),
        ["too many terms that cannot be checked"] = (
            All(Enumerable.Range(0, 12).Select(number => Any(Eq("channel_initiated", $"{number}"), All(Eq($"custom_attributes.A{number}", "x"), Eq("read", true)))).ToArray()),
            "too complicated"),
    };

    public static TheoryData<string> RefusedNames { get; } = new(Refused.Keys);

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void What_can_neither_be_asked_nor_checked_is_refused(string name) =>
        Assert.Contains(Refused[name].Message, Assert.Throws<InvalidQueryException>(() => Of(Refused[name].Condition)).Message);
}
