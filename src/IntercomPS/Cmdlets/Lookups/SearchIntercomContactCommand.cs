using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Cmdlets.Completion;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Contacts;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using IntercomPS.Querying.Names;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Finds contacts, users and leads, by email address, name, role, ids, tags or when they came and were seen.</summary>
/// <remarks>
///   <para>
///     Several values of one parameter mean any of them, several parameters mean all of them. After is
///     inclusive, Before is not, to the second. Without a parameter every contact of the workspace is found.
///   </para>
///   <para>
///     Pages come as they are read, newest contacts first, and each contact comes once. Intercom compares the
///     times of contacts by calendar day only: this cmdlet asks for some days more and leaves out what does not
///     fit. Hence -IncludeTotalCount gives an estimate where a time range is given.
///   </para>
/// </remarks>
/// <example>
///   <title>Leads of the last week</title>
///   <code>Search-IntercomContact -Role Lead -CreatedAfter (Get-Date).AddDays(-7)</code>
///   <para>Finds the leads that came in the last seven days.</para>
/// </example>
/// <example>
///   <title>Part of a name</title>
///   <code>Search-IntercomContact -Name anna -First 10</code>
///   <para>Finds the newest ten contacts whose name holds anna, Johanna among them.</para>
/// </example>
/// <example>
///   <title>A query in Intercom's own form</title>
///   <code>Search-IntercomContact -Query @{ field = 'email_domain'; operator = '='; value = 'example.com' } -First 5</code>
///   <para>Finds the newest five with an address of that domain.</para>
/// </example>
/// <seealso cref="GetIntercomContactCommand"/>
/// <seealso href="https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/searchcontacts">The fields and operators of Intercom's search of contacts</seealso>
[Cmdlet(VerbsCommon.Search, "IntercomContact", DefaultParameterSetName = SearchSet, SupportsPaging = true)]
[OutputType(typeof(Contact))]
public sealed class SearchIntercomContactCommand : IntercomSessionCmdlet
{
    private const string SearchSet = "Search";
    private const string QuerySet = "Query";

    /// <summary>Contacts with any of these email addresses, whatever their capitals.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] Email { get; set; } = [];

    /// <summary>Contacts whose name holds any of these texts, whatever their capitals.</summary>
    [Parameter(Position = 0, ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Contacts of this role.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ApiSpelling]
    public ContactRole[] Role { get; set; } = [];

    /// <summary>Contacts with any of these ids of your own system.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] ExternalId { get; set; } = [];

    /// <summary>Contacts with any of these phone numbers, as Intercom holds them: +15551234567.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string[] Phone { get; set; } = [];

    /// <summary>Contacts with any of these tags, by name or id.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    /// <summary>Contacts that came into Intercom at this moment or later. A date without a time zone is local time.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? CreatedAfter { get; set; }

    /// <summary>Contacts that came into Intercom before this moment.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? CreatedBefore { get; set; }

    /// <summary>Contacts that last changed at this moment or later.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? UpdatedAfter { get; set; }

    /// <summary>Contacts that last changed before this moment.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? UpdatedBefore { get; set; }

    /// <summary>Contacts that were last seen at this moment or later.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? LastSeenAfter { get; set; }

    /// <summary>Contacts that were last seen before this moment.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    public DateTimeOffset? LastSeenBefore { get; set; }

    /// <summary>A query in Intercom's own form, as a hashtable or as JSON: a filter (field, operator, value) or a group (operator, value). It is checked, then sent as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = QuerySet)]
    [ValidateNotNull]
    public object? Query { get; set; }

    /// <summary>Searches.</summary>
    protected override void ProcessRecord()
    {
        ContactQuery? raw = BuildQuery();
        ContactCriteria criteria = BuildCriteria();
        var paging = PagingRange.From(PagingParameters);
        IntercomSession session = RequireSession();
        RunWork(WithClient(async (context, cancellationToken) =>
        {
            IReadOnlyList<string> tagIds = await TagIdsAsync(session.Names(context.Client), cancellationToken).ConfigureAwait(false);
            ContactQuery query = raw ?? ContactQueryTranslator.Translate(criteria with { TagIds = tagIds });
            var search = new ContactSearch(context.Client, query, RecordListing.WantedOf(paging));
            var progress = new ProgressReporter(context.Writer, "Reading contacts", context.Client.Time, "contacts");
            await RecordListing.WriteAsync(
                search.ReadAsync(cancellationToken),
                () => search.TotalCount,
                () => query.Conditions.Count == 0 ? 1.0 : RecordListing.EstimatedAccuracy,
                paging,
                context.Writer,
                progress,
                cancellationToken).ConfigureAwait(false);
        }));
    }

    private ContactQuery? BuildQuery()
    {
        try
        {
            return ParameterSetName != QuerySet ? null : new ContactQuery { Filter = RawQuery.Read(Query!, ContactQueryRules.Validate) };
        }
        catch (InvalidQueryException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
            throw; // not reached: the line above throws
        }
    }

    private ContactCriteria BuildCriteria()
    {
        try
        {
            return new ContactCriteria
            {
                Emails = Email,
                Names = Name,
                Roles = Role.Select(role => ApiSpellingAttribute.Of(role)).ToList(),
                ExternalIds = ExternalId,
                Phones = Phone,
                Created = new TimeRange(CreatedAfter, CreatedBefore, "Created"),
                Updated = new TimeRange(UpdatedAfter, UpdatedBefore, "Updated"),
                LastSeen = new TimeRange(LastSeenAfter, LastSeenBefore, "LastSeen"),
            };
        }
        catch (InvalidQueryException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
            throw; // not reached: the line above throws
        }
    }

    private async Task<IReadOnlyList<string>> TagIdsAsync(WorkspaceNames names, CancellationToken cancellationToken)
    {
        if (Tag.Length == 0)
        {
            return [];
        }

        IReadOnlyList<WorkspaceName> tags = await names.ListAsync(NameKind.Tag, cancellationToken).ConfigureAwait(false);
        return Tag.SelectMany(sought => NamedIds.Find(tags, sought) is { Count: > 0 } ids
            ? ids
            : throw new InvalidQueryException(NamedIds.Unknown(tags, sought, NameKind.Tag))).ToList();
    }
}
