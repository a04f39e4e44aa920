using System.Linq;
using IntercomPS.Filtering;
using IntercomPS.Querying;
using IntercomPS.Querying.Planning;
using Xunit;
using Written = IntercomPS.Querying.Conditions.ConditionText;

namespace IntercomPS.Tests.Filtering;

/// <summary>Whole filters as people write them: the JSON that Intercom is asked, and what is left to check here.</summary>
public sealed class FilterQueryTests
{
    public static TheoryData<string, string[], string[]> Filters { get; } = new()
    {
        { "state -eq 'closed'", ["""{"field":"state","operator":"=","value":"closed"}"""], [] },
        { "state -ne 'closed'", ["""{"field":"state","operator":"!=","value":"closed"}"""], [] },
        { "State -eq Closed", ["""{"field":"state","operator":"=","value":"closed"}"""], [] },
        { "$_.State -eq 'closed'", ["""{"field":"state","operator":"=","value":"closed"}"""], [] },
        { "state -in 'open', 'snoozed'", ["""{"field":"state","operator":"IN","value":["open","snoozed"]}"""], [] },
        { "state -notin 'open', 'snoozed'", ["""{"field":"state","operator":"NIN","value":["open","snoozed"]}"""], [] },
        { "state -like 'clo*'", ["""{"field":"state","operator":"^","value":"clo"}"""], [] },
        { "id -eq 215468000481993", ["""{"field":"id","operator":"=","value":"215468000481993"}"""], [] },
        { "conversation_id -in 1, 2", ["""{"field":"id","operator":"IN","value":["1","2"]}"""], [] },
        { "created_at -ge '2026-01-01T00:00:00Z'", ["""{"field":"created_at","operator":">","value":1767225599}"""], ["created_at -ge '2026-01-01T00:00:00Z'"] },
        { "created_at -gt '2026-01-01T00:00:00Z'", ["""{"field":"created_at","operator":">","value":1767225600}"""], ["created_at -gt '2026-01-01T00:00:00Z'"] },
        { "created_at -lt '2026-01-01T00:00:00Z'", ["""{"field":"created_at","operator":"<","value":1767225600}"""], ["created_at -lt '2026-01-01T00:00:00Z'"] },
        { "created_at -le '2026-01-01T00:00:00Z'", ["""{"field":"created_at","operator":"<","value":1767225601}"""], ["created_at -le '2026-01-01T00:00:00Z'"] },
        { "created_at -eq 1767225600", ["""{"field":"created_at","operator":"=","value":1767225600}"""], [] },
        { "CreatedAt -ge '2026-01-01T00:00:00.5Z'", ["""{"field":"created_at","operator":">","value":1767225600}"""], ["created_at -ge '2026-01-01T00:00:01Z'"] },
        { "-not (created_at -ge '2026-01-01T00:00:00Z')", ["""{"field":"created_at","operator":"<","value":1767225600}"""], ["created_at -lt '2026-01-01T00:00:00Z'"] },
        { "updated_at -gt 1767225600 -and updated_at -lt 1767312000", ["""{"operator":"AND","value":[{"field":"updated_at","operator":">","value":1767225600},{"field":"updated_at","operator":"<","value":1767312000}]}"""], ["updated_at -gt '2026-01-01T00:00:00Z' -and updated_at -lt '2026-01-02T00:00:00Z'"] },
        { "waiting_since -ne $null", ["""{"field":"waiting_since","operator":"!=","value":null}"""], [] },
        { "-not (waiting_since -lt 1767225600)", ["""{"operator":"OR","value":[{"field":"waiting_since","operator":">","value":1767225599},{"field":"waiting_since","operator":"=","value":null}]}"""], ["waiting_since -ge '2026-01-01T00:00:00Z' -or waiting_since -eq $null"] },
        { "snoozed_until -eq $null", ["""{"field":"snoozed_until","operator":"=","value":null}"""], [] },
        { "source.type -eq 'email'", ["""{"field":"source.type","operator":"=","value":"email"}"""], [] },
        { "SourceType -in 'Email', 'WhatsApp', 'PhoneCall'", ["""{"field":"source.type","operator":"IN","value":["email","whatsapp","phone_call"]}"""], [] },
        { "source.subject -like '*invoice*'", ["""{"field":"source.subject","operator":"~","value":"invoice"}"""], [] },
        { "source.subject -like 'Re:*'", ["""{"field":"source.subject","operator":"^","value":"Re:"}"""], [] },
        { "source.subject -like '*urgent'", ["""{"field":"source.subject","operator":"$","value":"urgent"}"""], [] },
        { "source.subject -like 'Re:*invoice'", ["""{"operator":"AND","value":[{"field":"source.subject","operator":"^","value":"Re:"},{"field":"source.subject","operator":"$","value":"invoice"}]}"""], ["source.subject -like 'Re:*invoice'"] },
        { "source.subject -notlike '*invoice*'", ["""{"field":"source.subject","operator":"!~","value":"invoice"}"""], [] },
        { "source.subject -notlike 'Re:*'", ["""{"field":"created_at","operator":">","value":0}"""], ["source.subject -notlike 'Re:*'"] },
        { "source.body -like '*refund*'", ["""{"field":"source.body","operator":"~","value":"refund"}"""], [] },
        { "source.body -like '*refund please*'", ["""{"field":"source.body","operator":"~","value":"refund"}"""], ["source.body -like '*refund please*'"] },
        { "source.author.email -eq 'jane@example.com'", ["""{"field":"source.author.email","operator":"=","value":"jane@example.com"}"""], [] },
        { "source.author.email -like '*@example.com'", ["""{"field":"source.author.email","operator":"$","value":"@example.com"}"""], [] },
        { "source.url -eq $null", ["""{"field":"created_at","operator":">","value":0}"""], ["source.url -eq $null"] },
        { "contact_id -eq '6a82ce6f'", ["""{"field":"contact_ids","operator":"=","value":"6a82ce6f"}"""], [] },
        { "ContactId -in 'a', 'b'", ["""{"field":"contact_ids","operator":"IN","value":["a","b"]}"""], [] },
        { "teammate_ids -ne 7", ["""{"field":"teammate_ids","operator":"!=","value":"7"}"""], [] },
        { "admin_assignee_id -eq 'None'", ["""{"field":"admin_assignee_id","operator":"=","value":0}"""], [] },
        { "admin_assignee_id -in 7, 8", ["""{"field":"admin_assignee_id","operator":"IN","value":[7,8]}"""], [] },
        { "team_assignee_id -eq $null", ["""{"field":"team_assignee_id","operator":"=","value":0}"""], [] },
        { "tag_ids -eq 5", ["""{"field":"tag_ids","operator":"=","value":"5"}"""], [] },
        { "channel_initiated -eq 'email'", ["""{"field":"channel_initiated","operator":"=","value":"email"}"""], [] },
        { "channel_initiated -in 'email', 'push'", ["""{"field":"channel_initiated","operator":"IN","value":["email","push"]}"""], [] },
        { "open", ["""{"field":"open","operator":"=","value":true}"""], [] },
        { "-not read", ["""{"field":"read","operator":"!=","value":true}"""], [] },
        { "read -eq $true", ["""{"field":"read","operator":"=","value":true}"""], [] },
        { "open -eq 'false'", ["""{"field":"open","operator":"=","value":false}"""], [] },
        { "priority -eq 'NotPriority'", ["""{"field":"priority","operator":"=","value":"not_priority"}"""], [] },
        { "rating -le 2", ["""{"field":"conversation_rating.score","operator":"<","value":3}"""], ["conversation_rating.score -le 2"] },
        { "Rating -eq 5", ["""{"field":"conversation_rating.score","operator":"=","value":5}"""], [] },
        { "rating -gt 2.5", ["""{"field":"conversation_rating.score","operator":">","value":2}"""], ["conversation_rating.score -gt 2"] },
        { "-not (rating -le 2)", ["""{"operator":"OR","value":[{"field":"conversation_rating.score","operator":">","value":2},{"field":"conversation_rating.score","operator":"=","value":null}]}"""], ["conversation_rating.score -gt 2 -or conversation_rating.score -eq $null"] },
        { "rating -in 1..3", ["""{"field":"conversation_rating.score","operator":"IN","value":[1,2,3]}"""], [] },
        { "rating -eq 1 -or rating -eq 2 -or rating -eq 3", ["""{"field":"conversation_rating.score","operator":"IN","value":[1,2,3]}"""], [] },
        { "rating_remark -ne $null", ["""{"field":"conversation_rating.remark","operator":"!=","value":null}"""], ["conversation_rating.remark -ne $null"] },
        { "conversation_rating.replied_at -ge 1767225600", ["""{"operator":"AND","value":[{"field":"conversation_rating.replied_at","operator":">","value":1767225599},{"field":"conversation_rating.replied_at","operator":"!=","value":1767225599}]}"""], [] },
        { "rating_replied_at -lt 1767225600", ["""{"operator":"AND","value":[{"field":"conversation_rating.replied_at","operator":"<","value":1767225600},{"field":"conversation_rating.replied_at","operator":"!=","value":1767225600}]}"""], [] },
        { "conversation_rating.admin_id -eq 9", ["""{"field":"conversation_rating.admin_d","operator":"=","value":"9"}"""], [] },
        { "TimeToFirstReply -gt '01:30:00'", ["""{"field":"statistics.time_to_admin_reply","operator":">","value":5400}"""], ["statistics.time_to_admin_reply -gt 5400"] },
        { "time_to_first_reply_seconds -le 60", ["""{"field":"statistics.time_to_admin_reply","operator":"<","value":61}"""], ["statistics.time_to_admin_reply -le 60"] },
        { "statistics.median_time_to_reply -lt '1.00:00:00'", ["""{"field":"statistics.median_time_to_reply","operator":"<","value":86400}"""], ["statistics.median_time_to_reply -lt 86400"] },
        { "MessageCount -ge 100", ["""{"field":"statistics.count_conversation_parts","operator":">","value":99}"""], ["statistics.count_conversation_parts -ge 100"] },
        { "count_reopens -eq 0", ["""{"field":"statistics.count_reopens","operator":"=","value":0}"""], [] },
        { "last_closed_by_id -ne $null", ["""{"field":"statistics.last_closed_by_id","operator":"!=","value":null}"""], ["statistics.last_closed_by_id -ne $null"] },
        { "closed_at -ge 1767225600", ["""{"operator":"AND","value":[{"field":"state","operator":"=","value":"closed"},{"field":"statistics.last_close_at","operator":">","value":1767225599}]}"""], ["statistics.last_close_at -ge '2026-01-01T00:00:00Z'"] },
        { "time_to_resolution -gt 3600", ["""{"operator":"AND","value":[{"field":"state","operator":"=","value":"closed"},{"field":"statistics.time_to_last_close","operator":">","value":3600}]}"""], ["statistics.time_to_last_close -gt 3600"] },
        { "ai_agent_participated -eq $true", ["""{"field":"ai_agent_participated","operator":"=","value":true}"""], [] },
        { "ai_agent.resolution_state -eq 'Escalated'", ["""{"field":"ai_agent.resolution_state","operator":"=","value":"escalated"}"""], [] },
        { "ai_agent.rating -lt 3", ["""{"field":"ai_agent.rating","operator":"<","value":3}"""], ["ai_agent.rating -lt 3"] },
        { "AiAgentSourceTitle -like '*Flow*'", ["""{"field":"ai_agent.source_title","operator":"~","value":"Flow"}"""], [] },
        { "custom_attributes.'Plan Name' -eq 'Pro'", ["""{"field":"custom_attributes.Plan Name","operator":"=","value":"Pro"}"""], [] },
        { "CustomAttributes.Plan -in 'Pro', 'Scale'", ["""{"field":"custom_attributes.Plan","operator":"IN","value":["Pro","Scale"]}"""], [] },
        { "custom_attributes.'Seats' -ge 10", ["""{"field":"custom_attributes.Seats","operator":">","value":9}"""], ["custom_attributes.'Seats' -ge 10"] },
        { "custom_attributes.'Is VIP?' -eq $true", ["""{"field":"custom_attributes.Is VIP?","operator":"=","value":true}"""], [] },
        { "custom_attributes.'Plan Name' -eq $null", ["""{"field":"custom_attributes.Plan Name","operator":"=","value":null}"""], [] },
        { "custom_attributes.'Due Date' -lt '2026-01-01T00:00:00Z'", ["""{"field":"custom_attributes.Due Date","operator":"<","value":1767225600}"""], ["custom_attributes.'Due Date' -lt 1767225600"] },
        { "cx_score -le 2", ["""{"field":"created_at","operator":">","value":0}"""], ["cx_score -le 2"] },
        { "custom_attributes.'CX Score rating' -eq 1", ["""{"field":"created_at","operator":">","value":0}"""], ["cx_score -eq 1"] },
        { "cx_score_explanation -like '*slow*'", ["""{"field":"created_at","operator":">","value":0}"""], ["cx_score_explanation -like '*slow*'"] },
        { "title -like '*refund*'", ["""{"field":"created_at","operator":">","value":0}"""], ["title -like '*refund*'"] },
        { "state -eq 'closed' -and (rating -le 2 -or source.type -eq 'email')", ["""{"operator":"AND","value":[{"field":"state","operator":"=","value":"closed"},{"operator":"OR","value":[{"field":"conversation_rating.score","operator":"<","value":3},{"field":"source.type","operator":"=","value":"email"}]}]}"""], ["conversation_rating.score -le 2 -or source.type -eq 'email'"] },
        { "state -eq 'closed' -or rating -eq 1 -and read", ["""{"operator":"AND","value":[{"operator":"OR","value":[{"field":"state","operator":"=","value":"closed"},{"field":"conversation_rating.score","operator":"=","value":1}]},{"field":"read","operator":"=","value":true}]}"""], [] },
        { "(state -eq 'open' -and -not read) -or (state -eq 'snoozed' -and rating -eq 1)", ["""{"operator":"OR","value":[{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"field":"read","operator":"!=","value":true}]},{"operator":"AND","value":[{"field":"state","operator":"=","value":"snoozed"},{"field":"conversation_rating.score","operator":"=","value":1}]}]}"""], [] },
        { "state -eq 'closed' -and cx_score -lt 3 -and created_at -ge 1767225600", ["""{"operator":"AND","value":[{"field":"state","operator":"=","value":"closed"},{"field":"created_at","operator":">","value":1767225599}]}"""], ["cx_score -lt 3 -and created_at -ge '2026-01-01T00:00:00Z'"] },
        { "cx_score -eq 1 -or rating -eq 1", ["""{"field":"created_at","operator":">","value":0}"""], ["cx_score -eq 1 -or conversation_rating.score -eq 1"] },
        { "cx_score -eq 1 -or channel_initiated -eq 'email'", ["""{"field":"created_at","operator":">","value":0}""", """{"field":"channel_initiated","operator":"=","value":"email"}"""], ["cx_score -eq 1"] },
        { "state -eq 'open' -and (rating -eq 5 -or (source.type -eq 'email' -and -not read))", ["""{"operator":"OR","value":[{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"field":"conversation_rating.score","operator":"=","value":5}]},{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"field":"source.type","operator":"=","value":"email"},{"field":"read","operator":"!=","value":true}]}]}"""], [] },
        { "-not (state -eq 'open' -or (rating -eq 1 -and read))", ["""{"operator":"AND","value":[{"field":"state","operator":"!=","value":"open"},{"operator":"OR","value":[{"field":"conversation_rating.score","operator":"!=","value":1},{"field":"read","operator":"!=","value":true}]}]}"""], [] },
        { "company_id -eq '5f' -and state -eq 'open'", ["""{"field":"state","operator":"=","value":"open"}"""], ["company_id -eq '5f'"] },
        { "state -in @()", [], [] },
        { "state -notin @()", ["""{"field":"created_at","operator":">","value":0}"""], [] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_becomes_the_json_of_its_searches(string filter, string[] json, string[] checks)
    {
        QueryPlan plan = QueryPlan.Of(FilterParser.Parse(filter, new FakeScope()), ConversationSort.NewestFirst);

        Assert.Equal(json, plan.Searches.Select(search => QueryJson.ToText(search.Filter)));
        Assert.Equal(checks, plan.Searches.Where(search => search.IsChecked).Select(search => Written.Of(search.Check)));
    }
}
