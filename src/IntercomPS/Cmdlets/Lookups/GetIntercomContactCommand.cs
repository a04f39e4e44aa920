using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Client.Endpoints;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Contacts;
using IntercomPS.Pipeline;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Gets contacts, users and leads, by id or by email address.</summary>
/// <remarks>
///   <para>
///     Several are asked for at once, and they are written in the order asked. From a conversation it takes the
///     contact; a conversation without one is passed over. An id that does not exist is an error of its own.
///   </para>
///   <para>Several contacts can have one email address: all of them are written.</para>
/// </remarks>
/// <example>
///   <title>Who wrote the newest conversations</title>
///   <code>Search-IntercomConversation -First 10 | Get-IntercomContact</code>
///   <para>Gets the contact of each.</para>
/// </example>
/// <example>
///   <title>The conversations behind an email address</title>
///   <code>
///     $contact = Search-IntercomContact -Role User -First 1
///     Search-IntercomConversation -ContactId $contact.Id
///   </code>
///   <para>Finds the conversations of one contact.</para>
/// </example>
/// <seealso cref="SearchIntercomContactCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomContact", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Contact))]
public sealed class GetIntercomContactCommand : IdPipelineCmdlet
{
    private const string IdSet = "Id";
    private const string EmailSet = "Email";

    /// <summary>The contacts' ids. From the pipeline: ids, conversations, contacts, or objects with a property Id, ContactId or contact_id.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ContactId")]
    [ContactId]
    [AllowEmptyCollection]
    public string[] Id { get; set; } = [];

    /// <summary>Email addresses, whatever their capitals. From the pipeline: objects with a property Email or ContactEmail and without an id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EmailSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ContactEmail")]
    [ValidatePattern("@")]
    public string[] Email { get; set; } = [];

    /// <summary>How many contacts are asked for at once, at most. Without it, as many as keep the quota full at the latency seen, fewer while Intercom answers slowly. The quota holds in any case.</summary>
    [Parameter]
    [ValidateRange(1, ConversationFetcher.DefaultThrottleLimit)]
    [PSDefaultValue(Help = "128: as many as the quota needs")]
    public int ThrottleLimit { get; set; } = ConversationFetcher.DefaultThrottleLimit;

    /// <summary>Takes the ids or addresses in, and writes what has come meanwhile.</summary>
    protected override void ProcessRecord() => TakeIds(ParameterSetName == EmailSet ? Email : Id);

    private protected override async Task WorkAsync(WorkContext context, IAsyncEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var endpoint = new ContactEndpoint(context.Client);
        var progress = new ProgressReporter(context.Writer, "Fetching contacts", context.Client.Time, "contacts");

        // An id is hexadecimal, an address holds an @: they go one way, so that the order holds where both come.
        var fetcher = new ConcurrentFetcher<IReadOnlyList<Contact>>(
            context.Client,
            async (key, token) => IsAddress(key)
                ? await FindAsync(context.Client, key, token).ConfigureAwait(false)
                : [await endpoint.GetAsync(key, token).ConfigureAwait(false)],
            ThrottleLimit);
        long done = 0;
        await foreach (Fetched<IReadOnlyList<Contact>> fetched in fetcher.FetchAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Item is { } contacts)
            {
                await context.Writer.OutputListAsync(contacts).ConfigureAwait(false);
            }
            else
            {
                context.Writer.Error(ErrorRecords.ForRecord(fetched.Error!, "Contact", fetched.Id));
            }

            progress.Report(++done, total: null);
        }

        progress.Complete();
    }

    private static bool IsAddress(string key) => key.IndexOfAny(['@']) >= 0;

    private static async Task<IReadOnlyList<Contact>> FindAsync(IntercomClient client, string email, CancellationToken cancellationToken)
    {
        var found = new List<Contact>();
        await foreach (IReadOnlyList<Contact> page in new ContactSearch(client, ContactQuery.ByEmail([email])).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.AddRange(page);
        }

        return found.Count > 0
            ? found
            : throw new IntercomException(ApiErrorKind.NotFound, "No contact of the workspace has that email address.");
    }
}
