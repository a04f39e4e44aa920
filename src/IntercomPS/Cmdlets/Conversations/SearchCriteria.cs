using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Filtering;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Reads the plain parameters of a command that searches.</summary>
internal static class SearchCriteria
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <returns>What the person asks for.</returns>
    /// <exception cref="InvalidQueryException">A value cannot be searched for.</exception>
    public static ConversationCriteria Of(ConversationSearchCmdlet cmdlet) => new()
    {
        Created = new TimeRange(cmdlet.CreatedAfter, cmdlet.CreatedBefore, "Created"),
        Updated = new TimeRange(cmdlet.UpdatedAfter, cmdlet.UpdatedBefore, "Updated"),
        Closed = new TimeRange(cmdlet.ClosedAfter, cmdlet.ClosedBefore, "Closed"),
        States = ApiNames(cmdlet.State),
        ContactIds = cmdlet.ContactId,
        ContactEmails = cmdlet.ContactEmail,
        TeammateIds = cmdlet.TeammateId,
        AssigneeIds = AssigneeIds(cmdlet.AssigneeId, nameof(cmdlet.AssigneeId)),
        Assignees = cmdlet.Assignee,
        TeamIds = AssigneeIds(cmdlet.TeamId, nameof(cmdlet.TeamId)),
        Teams = cmdlet.Team,
        TagIds = cmdlet.TagId,
        Tags = cmdlet.Tag,
        Priorities = ApiNames(cmdlet.Priority),
        SourceTypes = ApiNames(cmdlet.SourceType),
        Ratings = cmdlet.Rating,
        CxScores = cmdlet.CxScore,
        CxScoreBelow = cmdlet.CxScoreBelow,
        CxScoreAbove = cmdlet.CxScoreAbove,
        BodyContains = cmdlet.BodyContains,
        Read = cmdlet.Read,
        AiAgentParticipated = cmdlet.AiAgentParticipated,
        Attributes = Attributes(cmdlet.CustomAttribute),
        Filter = Filter(cmdlet),
    };

    private static Condition? Filter(ConversationSearchCmdlet cmdlet) =>
        Unwrap(cmdlet.Filter) is { } filter ? FilterParser.Parse(filter, new PSCmdletFilterScope(cmdlet)) : null;

    private static List<Condition> Attributes(IDictionary? attributes) => attributes is null
        ? []
        : attributes.Cast<DictionaryEntry>().Select(entry => (Condition)Attribute(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, entry.Value)).ToList();

    private static Comparison Attribute(string name, object? value)
    {
        ConversationField field = ConversationFields.Attribute(name);
        object? plain = Unwrap(value);
        IEnumerable<object?> values = plain is IEnumerable items and not string ? items.Cast<object?>() : [plain];
        try
        {
            List<object?> converted = values.Select(item => FieldValueConverter.Convert(field, ComparisonOperator.EqualTo, Unwrap(item))).ToList();
            return converted.Count > 0
                ? new Comparison(field, ComparisonOperator.EqualTo, converted)
                : throw new InvalidQueryException($"-CustomAttribute '{name}' has an empty list of values.");
        }
        catch (FieldValueException exception)
        {
            throw new InvalidQueryException($"-CustomAttribute '{name}': {exception.Message}", exception);
        }
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static List<string> ApiNames<T>(T[] values)
        where T : struct, Enum =>
        values.Select(value => ApiSpellingAttribute.Of(value)).ToList();

    private static List<long> AssigneeIds(string[] values, string parameter) => values.Select(value =>
        string.Equals(value, "None", StringComparison.OrdinalIgnoreCase)
            ? 0
            : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
                ? id
                : throw new InvalidQueryException($"-{parameter} takes ids, which are whole numbers, and 0 or None for unassigned; '{value}' is neither.")).ToList();
}
