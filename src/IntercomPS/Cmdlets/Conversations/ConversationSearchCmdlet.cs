using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using IntercomPS.Cmdlets.Completion;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Filtering;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;

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

    /// <summary>
    /// What must hold, in PowerShell's words, as a script block or a text: fields by the API's names or by those of the
    /// objects, -eq -ne -gt -ge -lt -le -in -notin -like -notlike, -and, -or, -not. It holds together with the other parameters.
    /// </summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FilterCompleter))]
    public object? Filter { get; set; }

    /// <summary>Conversations with any of these tags, by name or id.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] Tag { get; set; } = [];

    /// <summary>Conversations assigned to any of these admins, by name, email address or id; None: to nobody.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AdminNameCompleter))]
    public string[] Assignee { get; set; } = [];

    /// <summary>Conversations assigned to any of these teams, by name or id; None: to no team.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TeamNameCompleter))]
    public string[] Team { get; set; } = [];

    /// <summary>Conversations with any of the contacts that have these email addresses.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] ContactEmail { get; set; } = [];

    /// <summary>Conversations whose attributes of the workspace have these values: @{ 'Exact Name' = value }; a list means any of its values, $null that the attribute is not set.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public IDictionary? CustomAttribute { get; set; }

    /// <summary>Conversations with any of these CX scores, which Intercom's AI gives. Not the customer's rating. Intercom has no filter for it: give a time range too.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateRange(1, 5)]
    public int[] CxScore { get; set; } = [];

    /// <summary>Conversations with a CX score below this number: 3 means 1 and 2.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateRange(2, 6)]
    public int? CxScoreBelow { get; set; }

    /// <summary>Conversations with a CX score above this number: 3 means 4 and 5.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateRange(0, 4)]
    public int? CxScoreAbove { get; set; }

    /// <summary>Tries to have Intercom filter by the CX score, which it does not document; where it refuses, the score is checked here as without this switch.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public SwitchParameter ServerCxFilter { get; set; }

    /// <summary>A query in Intercom's own form, as a hashtable or as JSON: a filter (field, operator, value) or a group (operator, value). It is checked, then sent as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = QuerySet)]
    [ValidateNotNull]
    public object? Query { get; set; }

    /// <summary>The query that the parameters make; one that Intercom could not answer ends the command.</summary>
    /// <param name="sort">The order asked for.</param>
    /// <returns>The query, its names not yet looked up.</returns>
    private protected QueryDraft BuildQuery(ConversationSort sort)
    {
        try
        {
            QueryDraft draft = ParameterSetName == QuerySet
                ? new QueryDraft(AllOf.Nothing, sort) { Raw = RawQuery.Read(Query!) }
                : new QueryDraft(CriteriaTranslator.Translate(SearchCriteria.Of(this)), sort, ServerCxFilter);
            if (!draft.NeedsNames)
            {
                draft.Plan(); // what cannot be asked is told before anything starts
            }

            return draft;
        }
        catch (InvalidQueryException exception)
        {
            ThrowTerminatingError(RecordOf(exception));
            throw; // not reached: the line above throws
        }
    }

    /// <summary>The error for what was thrown; of a filter that is written in a script file, it points there.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>The record.</returns>
    /// <remarks>PowerShell 7 shows an error of a script on one line, which takes a drawing in the message apart, but underlines the place in the file.</remarks>
    private protected override ErrorRecord RecordOf(Exception exception)
    {
        ErrorRecord record = base.RecordOf(exception);
        object? filter = Filter is PSObject wrapped ? wrapped.BaseObject : Filter;
        if (exception is FilterException wrong && filter is ScriptBlock block && ScriptPlace.Of(block, wrong.Spot) is { } place)
        {
            MyInvocation.DisplayScriptPosition = place;

            // For a line of a module's file PowerShell shows the message alone.
            if (!place.File.EndsWith(".psm1", StringComparison.OrdinalIgnoreCase))
            {
                record.ErrorDetails = new ErrorDetails(wrong.Problem);
            }
        }

        return record;
    }

    /// <summary>Whether any parameter that searches was given.</summary>
    /// <returns>True when one was.</returns>
    private protected bool HasSearchParameter() => typeof(ConversationSearchCmdlet)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Any(property => MyInvocation.BoundParameters.ContainsKey(property.Name));
}
