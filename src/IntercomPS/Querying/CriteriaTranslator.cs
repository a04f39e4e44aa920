using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying;

/// <summary>Turns a person's criteria into the condition that they mean.</summary>
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
        AddRange(parts, ConversationFields.Get("created_at"), criteria.Created);
        AddRange(parts, ConversationFields.Get("updated_at"), criteria.Updated);
        AddRange(parts, ConversationStatisticsFields.LastCloseAt, criteria.Closed);
    }

    private static void AddValues(List<Condition> parts, ConversationCriteria criteria)
    {
        // A conversation that was reopened has no ClosedAt, although Intercom keeps its last_close_at.
        bool closedOnly = criteria.Closed.IsBounded && criteria.States.Count == 0;
        AddAny(parts, ConversationOwnFields.State, closedOnly ? ["closed"] : criteria.States);
        AddAny(parts, ConversationFields.Get("contact_ids"), criteria.ContactIds);
        AddAny(parts, ConversationNameFields.ContactEmail, criteria.ContactEmails);
        AddAny(parts, ConversationFields.Get("teammate_ids"), criteria.TeammateIds);
        AddAny(parts, ConversationFields.Get("admin_assignee_id"), criteria.AssigneeIds);
        AddAny(parts, ConversationNameFields.Admin, criteria.Assignees);
        AddAny(parts, ConversationFields.Get("team_assignee_id"), criteria.TeamIds);
        AddAny(parts, ConversationNameFields.Team, criteria.Teams);
        AddAny(parts, ConversationFields.Get("tag_ids"), criteria.TagIds);
        AddAny(parts, ConversationNameFields.Tag, criteria.Tags);
        AddAny(parts, ConversationFields.Get("priority"), criteria.Priorities);
        AddAny(parts, ConversationFields.Get("source.type"), criteria.SourceTypes);
        AddAny(parts, ConversationFields.Get("conversation_rating.score"), criteria.Ratings.Select(rating => (long)rating));
        AddFlag(parts, ConversationFields.Get("read"), criteria.Read);
        AddFlag(parts, ConversationFields.Get("ai_agent_participated"), criteria.AiAgentParticipated);
    }

    private static void AddCxScore(List<Condition> parts, ConversationCriteria criteria)
    {
        AddAny(parts, ConversationOutcomeFields.CxScore, criteria.CxScores.Select(score => (long)score));
        AddOrder(parts, ConversationOutcomeFields.CxScore, ComparisonOperator.GreaterThan, criteria.CxScoreAbove);
        AddOrder(parts, ConversationOutcomeFields.CxScore, ComparisonOperator.LessThan, criteria.CxScoreBelow);
    }

    private static void AddRange(List<Condition> parts, ConversationField field, TimeRange range)
    {
        AddOrder(parts, field, ComparisonOperator.AtLeast, range.After);
        AddOrder(parts, field, ComparisonOperator.LessThan, range.Before);
    }

    private static void AddOrder(List<Condition> parts, ConversationField field, ComparisonOperator order, long? bound)
    {
        if (bound is { } value)
        {
            parts.Add(new Comparison(field, order, [value]));
        }
    }

    private static void AddAny<T>(List<Condition> parts, ConversationField field, IEnumerable<T> values)
    {
        List<object?> list = values.Cast<object?>().ToList();
        if (list.Count > 0)
        {
            parts.Add(new Comparison(field, ComparisonOperator.EqualTo, list));
        }
    }

    private static void AddFlag(List<Condition> parts, ConversationField field, bool? value)
    {
        if (value is { } flag)
        {
            parts.Add(new Comparison(field, ComparisonOperator.EqualTo, [flag]));
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
