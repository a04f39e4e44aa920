using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying;

/// <summary>Turns a person's criteria into the condition that they mean.</summary>
/// <remarks>Fields are found by name, and only for what was asked: the table of fields takes some time to compile in a new process.</remarks>
internal static class CriteriaTranslator
{
    /// <summary>Translates criteria.</summary>
    /// <param name="criteria">What the person asks for.</param>
    /// <returns>What must hold; nothing where nothing is asked for.</returns>
    /// <exception cref="InvalidQueryException">A text has no word to look for.</exception>
    public static Condition Translate(ConversationCriteria criteria)
    {
        var parts = new List<Condition>();
        AddTimes(parts, criteria);
        AddValues(parts, criteria);
        AddCxScore(parts, criteria);
        AddBodies(parts, criteria.BodyContains);
        parts.AddRange(criteria.Attributes);
        if (criteria.Filter is { } filter)
        {
            parts.Add(filter);
        }

        return new AllOf(parts);
    }

    private static void AddTimes(List<Condition> parts, ConversationCriteria criteria)
    {
        AddRange(parts, "created_at", criteria.Created);
        AddRange(parts, "updated_at", criteria.Updated);
        AddRange(parts, "statistics.last_close_at", criteria.Closed);
    }

    private static void AddValues(List<Condition> parts, ConversationCriteria criteria)
    {
        // A conversation that was reopened has no ClosedAt, although Intercom keeps its last_close_at.
        bool closedOnly = criteria.Closed.IsBounded && criteria.States.Count == 0;
        AddAny(parts, "state", closedOnly ? ["closed"] : criteria.States);
        AddAny(parts, "contact_ids", criteria.ContactIds);
        AddAny(parts, "contact_email", criteria.ContactEmails);
        AddAny(parts, "teammate_ids", criteria.TeammateIds);
        AddAny(parts, "admin_assignee_id", criteria.AssigneeIds);
        AddAny(parts, "admin", criteria.Assignees);
        AddAny(parts, "team_assignee_id", criteria.TeamIds);
        AddAny(parts, "team", criteria.Teams);
        AddAny(parts, "tag_ids", criteria.TagIds);
        AddAny(parts, "tag", criteria.Tags);
        AddAny(parts, "priority", criteria.Priorities);
        AddAny(parts, "source.type", criteria.SourceTypes);
        AddAny(parts, "conversation_rating.score", criteria.Ratings.Select(rating => (long)rating));
        AddFlag(parts, "read", criteria.Read);
        AddFlag(parts, "ai_agent_participated", criteria.AiAgentParticipated);
    }

    private static void AddCxScore(List<Condition> parts, ConversationCriteria criteria)
    {
        AddAny(parts, "cx_score", criteria.CxScores.Select(score => (long)score));
        AddOrder(parts, "cx_score", ComparisonOperator.GreaterThan, criteria.CxScoreAbove);
        AddOrder(parts, "cx_score", ComparisonOperator.LessThan, criteria.CxScoreBelow);
    }

    private static void AddRange(List<Condition> parts, string field, TimeRange range)
    {
        AddOrder(parts, field, ComparisonOperator.AtLeast, range.After);
        AddOrder(parts, field, ComparisonOperator.LessThan, range.Before);
    }

    private static void AddOrder(List<Condition> parts, string field, ComparisonOperator order, long? bound)
    {
        if (bound is { } value)
        {
            parts.Add(new Comparison(ConversationFields.Get(field), order, [value]));
        }
    }

    private static void AddAny<T>(List<Condition> parts, string field, IEnumerable<T> values)
    {
        List<object?> list = values.Cast<object?>().ToList();
        if (list.Count > 0)
        {
            parts.Add(new Comparison(ConversationFields.Get(field), ComparisonOperator.EqualTo, list));
        }
    }

    private static void AddFlag(List<Condition> parts, string field, bool? value)
    {
        if (value is { } flag)
        {
            parts.Add(new Comparison(ConversationFields.Get(field), ComparisonOperator.EqualTo, [flag]));
        }
    }

    private static void AddBodies(List<Condition> parts, IReadOnlyList<string> texts)
    {
        List<object?> patterns = texts.Select(text => (object?)$"*{WildcardPattern.Escape(BodySearch.Checked(text))}*").ToList();
        if (patterns.Count > 0)
        {
            parts.Add(new Comparison(ConversationSourceFields.Body, ComparisonOperator.Like, patterns));
        }
    }
}
