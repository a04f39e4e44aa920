using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntercomPS.Querying;
using IntercomPS.Querying.Names;

namespace IntercomPS.Contacts;

/// <summary>What the server takes of a query for contacts, whose fields are others than those of conversations.</summary>
/// <remarks>Source: operation SearchContacts, API 2.16.</remarks>
internal static class ContactQueryRules
{
    private const long FirstMillisecondValue = 100_000_000_000;

    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal)
    {
        "created_at", "signed_up_at", "updated_at", "last_seen_at", "last_contacted_at", "last_replied_at",
        "last_email_opened_at", "last_email_clicked_at", "ios_last_seen_at", "android_last_seen_at",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "id", "role", "name", "avatar", "owner_id", "email", "email_domain", "phone", "formatted_phone", "external_id",
        "language_override", "browser", "browser_language", "os", "location.country", "location.region", "location.city",
        "unsubscribed_from_emails", "marked_email_as_spam", "has_hard_bounced", "segment_id", "tag_id",
        "ios_app_version", "ios_device", "ios_app_device", "ios_os_version", "ios_app_name", "ios_sdk_version",
        "android_app_version", "android_device", "android_app_name", "andoid_sdk_version",
    };

    /// <summary>Checks a whole query.</summary>
    /// <param name="node">The query.</param>
    /// <exception cref="InvalidQueryException">The server would refuse the query, or answer it with nothing.</exception>
    public static void Validate(QueryNode node) => Validate(node, level: 1);

    private static void Validate(QueryNode node, int level)
    {
        if (node is QueryFilter filter)
        {
            Validate(filter);
            return;
        }

        var group = (QueryGroup)node;
        if (level > QueryLimits.MaximumLevels || group.Nodes.Count == 0 || group.Nodes.Count > QueryLimits.MaximumFilters)
        {
            throw new InvalidQueryException(
                $"Intercom takes groups of 1 to {QueryLimits.MaximumFilters} filters, at most {QueryLimits.MaximumLevels} levels deep; an {group.Operator} group of the query is empty, holds more, or lies deeper.");
        }

        foreach (QueryNode child in group.Nodes)
        {
            Validate(child, level + 1);
        }
    }

    private static void Validate(QueryFilter filter)
    {
        if (!SearchOperator.Exists(filter.Operator))
        {
            throw new InvalidQueryException($"'{filter.Operator}' is no operator of Intercom's search.");
        }

        if (SearchOperator.TakesList(filter.Operator) != (filter.Value is IEnumerable and not (string or IDictionary)))
        {
            throw new InvalidQueryException($"On '{filter.Field}', the operators IN and NIN take a list of values, and the others take one.");
        }

        if (Dates.Contains(filter.Field))
        {
            ValidateDate(filter);
        }
        else if (!Others.Contains(filter.Field)
            && !(filter.Field.StartsWith(SearchField.CustomAttributePrefix, StringComparison.Ordinal) && filter.Field.Length > SearchField.CustomAttributePrefix.Length))
        {
            throw new InvalidQueryException(
                $"Intercom's search of contacts has no field '{filter.Field}'. The nearest are {string.Join(", ", NearestNames.Ranked(filter.Field, Dates.Concat(Others), count: 3))}; "
                + $"a workspace's own attribute is '{SearchField.CustomAttributePrefix}' and its exact name.");
        }
    }

    private static void ValidateDate(QueryFilter filter)
    {
        if (filter.Operator is not (SearchOperator.EqualTo or SearchOperator.GreaterThan or SearchOperator.LessThan))
        {
            throw new InvalidQueryException(
                $"'{filter.Field}' is a time, which Intercom compares by calendar day, and takes: = > <. '{filter.Operator}' is none of them.");
        }

        if (filter.Value is not null
            && (!long.TryParse(Convert.ToString(filter.Value, CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
                || seconds >= FirstMillisecondValue))
        {
            throw new InvalidQueryException($"The value of '{filter.Field}' is no time in seconds since 1970.");
        }
    }
}
