using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;

namespace IntercomPS.Contacts;

/// <summary>Turns criteria for contacts into the question to the server and the conditions that are checked again here.</summary>
internal sealed class ContactQueryTranslator
{
    /// <summary>
    /// The server compares whole days of the workspace's time zone: &gt; begins with the day after the one that holds
    /// the bound, &lt; ends before it (OpenAPI 2.16, SearchContacts). Two days, since one of 25 hours can hold a time
    /// and the one 24 hours later.
    /// </summary>
    private const long Overlap = 2 * 86_400;

    private readonly List<QueryNode> _filters = [];
    private readonly List<Func<Contact, bool>> _conditions = [];

    private ContactQueryTranslator()
    {
    }

    /// <summary>Translates criteria.</summary>
    /// <param name="criteria">What the person asks for.</param>
    /// <returns>A query within the server's limits.</returns>
    /// <exception cref="InvalidQueryException">The criteria make no query that the server takes.</exception>
    public static ContactQuery Translate(ContactCriteria criteria)
    {
        var translator = new ContactQueryTranslator();
        translator.AddEmails(criteria.Emails);
        translator.AddEach("name", SearchOperator.Contains, criteria.Names);
        translator.AddAny("role", criteria.Roles);
        translator.AddAny("external_id", criteria.ExternalIds);
        translator.AddAny("phone", criteria.Phones);
        translator.AddEach("tag_id", SearchOperator.EqualTo, criteria.TagIds);
        translator.AddRange("created_at", criteria.Created, contact => contact.CreatedAt);
        translator.AddRange("updated_at", criteria.Updated, contact => contact.UpdatedAt);
        translator.AddRange("last_seen_at", criteria.LastSeen, contact => contact.LastSeenAt);
        QueryNode filter = translator._filters.Count switch
        {
            0 => ContactQuery.Everything,
            1 => translator._filters[0],
            _ => new QueryGroup(QueryGroup.And, translator._filters),
        };
        ContactQueryRules.Validate(filter);
        return new ContactQuery { Filter = filter, Conditions = translator._conditions };
    }

    /// <remarks>The server's equality minds capitals; addresses are stored in small letters, or as they came.</remarks>
    private void AddEmails(IReadOnlyList<string> emails)
    {
        if (emails.Count == 0)
        {
            return;
        }

        List<string> trimmed = emails.Select(email => email.Trim()).ToList();
        AddAny("email", trimmed.Concat(trimmed.Select(email => email.ToLowerInvariant())).ToList());
        _conditions.Add(contact => trimmed.Contains(contact.Email ?? string.Empty, StringComparer.OrdinalIgnoreCase));
    }

    private void AddAny(string field, IReadOnlyList<string> values)
    {
        List<object?> distinct = values.Distinct(StringComparer.Ordinal).Cast<object?>().ToList();
        if (distinct.Count > 0)
        {
            _filters.Add(distinct.Count == 1
                ? new QueryFilter(field, SearchOperator.EqualTo, distinct[0])
                : new QueryFilter(field, SearchOperator.In, distinct));
        }
    }

    /// <summary>For operators that take one value at a time.</summary>
    private void AddEach(string field, string name, IReadOnlyList<string> values)
    {
        List<QueryNode> each = values.Distinct(StringComparer.Ordinal).Select(value => (QueryNode)new QueryFilter(field, name, value)).ToList();
        if (each.Count > 0)
        {
            _filters.Add(each.Count == 1 ? each[0] : new QueryGroup(QueryGroup.Or, each));
        }
    }

    private void AddRange(string field, TimeRange range, Func<Contact, DateTimeOffset?> time)
    {
        if (range.After is { } after)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.GreaterThan, after - Overlap));
        }

        if (range.Before is { } before)
        {
            _filters.Add(new QueryFilter(field, SearchOperator.LessThan, before + Overlap));
        }

        if (range.IsBounded)
        {
            _conditions.Add(contact => range.Contains(time(contact)));
        }
    }
}
