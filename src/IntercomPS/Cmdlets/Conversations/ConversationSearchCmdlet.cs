using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Pipeline;
using IntercomPS.Querying;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>The parameters of every command that searches, and the query they make.</summary>
public abstract class ConversationSearchCmdlet : IntercomSessionCmdlet
{
    private protected const string SearchSet = "Search";
    private protected const string QuerySet = "Query";

    /// <summary>Conversations that began at this moment or later. A date without a time zone is local time.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? CreatedAfter { get; set; }

    /// <summary>Conversations that began before this moment.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? CreatedBefore { get; set; }

    /// <summary>Conversations that last changed at this moment or later.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? UpdatedAfter { get; set; }

    /// <summary>Conversations that last changed before this moment.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? UpdatedBefore { get; set; }

    /// <summary>Conversations that were last closed at this moment or later and are closed still; with <see cref="State"/>, those in that state now.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? ClosedAfter { get; set; }

    /// <summary>Conversations that were last closed before this moment and are closed still; with <see cref="State"/>, those in that state now.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? ClosedBefore { get; set; }

    /// <summary>Conversations in any of these states.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ApiSpelling]
    public ConversationState[] State { get; set; } = [];

    /// <summary>Conversations with any of these contacts, by id.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] ContactId { get; set; } = [];

    /// <summary>Conversations in which any of these admins took part, by id.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] TeammateId { get; set; } = [];

    /// <summary>Conversations assigned to any of these admins, by id; 0 or None: to nobody.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] AssigneeId { get; set; } = [];

    /// <summary>Conversations assigned to any of these teams, by id; 0 or None: to no team.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] TeamId { get; set; } = [];

    /// <summary>Conversations with any of these tags, by id.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] TagId { get; set; } = [];

    /// <summary>Conversations of any of these priorities. Which of them exist depends on the API version.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ApiSpelling]
    public ConversationPriority[] Priority { get; set; } = [];

    /// <summary>Conversations that began on any of these channels.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ApiSpelling]
    public ConversationSourceType[] SourceType { get; set; } = [];

    /// <summary>Conversations that the customer rated (CSAT) with any of these numbers. Not the CX score.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateRange(1, 5)]
    public int[] Rating { get; set; } = [];

    /// <summary>Conversations whose first message holds any of these texts. Intercom looks for whole words, and in the first message only.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] BodyContains { get; set; } = [];

    /// <summary>Conversations that an admin has read ($true), or has not ($false).</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public bool? Read { get; set; }

    /// <summary>Conversations in which Intercom's AI agent took part ($true), or did not ($false).</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public bool? AiAgentParticipated { get; set; }

    /// <summary>A query in Intercom's own form, as a hashtable or as JSON: a filter (field, operator, value) or a group (operator, value). It is checked, then sent as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = QuerySet)]
    [ValidateNotNull]
    public object? Query { get; set; }

    /// <summary>The query that the parameters make; one that Intercom could not answer ends the command.</summary>
    /// <param name="sort">The order asked for.</param>
    /// <returns>The query.</returns>
    private protected ConversationQuery BuildQuery(ConversationSort sort)
    {
        try
        {
            return ParameterSetName == QuerySet
                ? new ConversationQuery { Filter = RawQuery.Read(Query!), Sort = sort }
                : CriteriaTranslator.Translate(BuildCriteria(), sort);
        }
        catch (InvalidQueryException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
            throw; // not reached: the line above throws
        }
    }

    /// <summary>Whether any parameter that searches was given.</summary>
    /// <returns>True when one was.</returns>
    private protected bool HasSearchParameter() => typeof(ConversationSearchCmdlet)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Any(property => MyInvocation.BoundParameters.ContainsKey(property.Name));

    private ConversationCriteria BuildCriteria() => new()
    {
        Created = new TimeRange(CreatedAfter, CreatedBefore, "Created"),
        Updated = new TimeRange(UpdatedAfter, UpdatedBefore, "Updated"),
        Closed = new TimeRange(ClosedAfter, ClosedBefore, "Closed"),
        States = ApiNames(State),
        ContactIds = ContactId,
        TeammateIds = TeammateId,
        AssigneeIds = AssigneeIds(AssigneeId, nameof(AssigneeId)),
        TeamIds = AssigneeIds(TeamId, nameof(TeamId)),
        TagIds = TagId,
        Priorities = ApiNames(Priority),
        SourceTypes = ApiNames(SourceType),
        Ratings = Rating,
        BodyContains = BodyContains,
        Read = Read,
        AiAgentParticipated = AiAgentParticipated,
    };

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
