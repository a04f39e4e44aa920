using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying;

/// <summary>Turns a person's criteria into the question to the server and the conditions that are checked again here.</summary>
internal sealed class CriteriaTranslator
{
    private readonly List<QueryNode> _filters = [];
    private readonly List<Func<Conversation, bool>> _conditions = [];

    private CriteriaTranslator()
    {
    }

    /// <summary>Translates criteria.</summary>
    /// <param name="criteria">What the person asks for.</param>
    /// <param name="sort">The order asked for.</param>
    /// <returns>A query within the server's limits.</returns>
    /// <exception cref="InvalidQueryException">The criteria make no query that the server takes.</exception>
    public static ConversationQuery Translate(ConversationCriteria criteria, ConversationSort sort)
    {
        var translator = new CriteriaTranslator();
        translator.AddTimes(criteria);
        translator.AddValues(criteria);
        translator.AddBodies(criteria.BodyContains);

        QueryNode filter = translator._filters.Count switch
        {
            0 => ConversationQuery.Everything,
            1 => translator._filters[0],
            _ => new QueryGroup(QueryGroup.And, translator._filters),
        };
        QueryLimits.Validate(filter);
        return new ConversationQuery { Filter = filter, Conditions = translator._conditions, Sort = sort };
    }

    private void AddTimes(ConversationCriteria criteria)
    {
        AddRange("created_at", criteria.Created, conversation => conversation.CreatedAt);
        AddRange("updated_at", criteria.Updated, conversation => conversation.UpdatedAt);
        AddRange("statistics.last_close_at", criteria.Closed, conversation => conversation.Statistics?.LastCloseAt);
    }

    private void AddValues(ConversationCriteria criteria)
    {
        // A conversation that was reopened has no ClosedAt, although Intercom keeps its last_close_at.
        bool closedOnly = criteria.Closed.IsBounded && criteria.States.Count == 0;
        AddAny("state", closedOnly ? ["closed"] : criteria.States);
        AddAny("contact_ids", criteria.ContactIds);
        AddAny("teammate_ids", criteria.TeammateIds);
        AddAny("admin_assignee_id", criteria.AssigneeIds);
        AddAny("team_assignee_id", criteria.TeamIds);
        AddAny("tag_ids", criteria.TagIds);
        AddAny("priority", criteria.Priorities);
        AddAny("source.type", criteria.SourceTypes);
        AddAny("conversation_rating.score", criteria.Ratings);
        AddFlag("read", criteria.Read);
        AddFlag("ai_agent_participated", criteria.AiAgentParticipated);
    }

    /// <remarks>
    /// The server's bounds are documented as inclusive and seen as strict, so the lower one overlaps
    /// by a second, the upper one is exact where strict, and both are checked again on every answer.
    /// </remarks>
    private void AddRange(string field, TimeRange range, Func<Conversation, DateTimeOffset?> time)
    {
        if (range.After is { } after)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.GreaterThan, after - 1));
        }

        if (range.Before is { } before)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.LessThan, before));
        }

        if (range.IsBounded)
        {
            _conditions.Add(conversation => range.Contains(time(conversation)));
        }
    }

    private void AddAny<T>(string field, IReadOnlyList<T> values)
    {
        List<object?> distinct = values.Distinct().Cast<object?>().ToList();
        if (distinct.Count == 1)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.EqualTo, distinct[0]));
        }
        else if (distinct.Count > 1)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.In, distinct));
        }
    }

    private void AddFlag(string field, bool? value)
    {
        if (value is { } flag)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.EqualTo, flag));
        }
    }

    private void AddBodies(IReadOnlyList<string> values)
    {
        List<BodySearch> searches = values.Select(BodySearch.For).ToList();
        if (searches.Count == 0)
        {
            return;
        }

        List<QueryNode> filters = searches.Select(search => search.Filter).Distinct().Cast<QueryNode>().ToList();
        _filters.Add(filters.Count == 1 ? filters[0] : new QueryGroup(QueryGroup.Or, filters));
        if (searches.Exists(search => search.Phrase is not null))
        {
            _conditions.Add(conversation => searches.Exists(search => search.Matches(conversation)));
        }
    }
}
