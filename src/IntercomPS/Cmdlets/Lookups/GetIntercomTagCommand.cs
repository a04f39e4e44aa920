using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client.Endpoints;
using IntercomPS.Cmdlets.Completion;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Gets the workspace's tags: all, by name, or by id.</summary>
/// <remarks>
///   <para>
///     By id it takes what is tagged: conversations and contacts. What has no tag is passed over. An id that
///     does not exist is an error of its own.
///   </para>
/// </remarks>
/// <example>
///   <title>All tags</title>
///   <code>Get-IntercomTag</code>
///   <para>Lists them with their ids.</para>
/// </example>
/// <example>
///   <title>Conversations with any tag that begins with bill</title>
///   <code>Search-IntercomConversation -TagId (Get-IntercomTag -Name bill*).Id -First 5</code>
///   <para>Finds the newest five.</para>
/// </example>
/// <seealso cref="IntercomPS.Cmdlets.Conversations.SearchIntercomConversationCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomTag", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Tag))]
public sealed class GetIntercomTagCommand : DirectoryCmdlet<Tag>
{
    /// <summary>Tags with any of these names, whatever their capitals.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The tags' ids. From the pipeline: ids, conversations, contacts, or objects with a property Id or TagId.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TagId")]
    [TagId]
    [AllowEmptyCollection]
    public string[] Id { get; set; } = [];

    private protected override string Kind => "Tag";

    /// <summary>Lists, or takes the ids in.</summary>
    protected override void ProcessRecord() => Write(Id, Name);

    private protected override Task<IReadOnlyList<Tag>> ListAsync(DirectoryEndpoint endpoint, CancellationToken cancellationToken) =>
        endpoint.ListTagsAsync(cancellationToken);

    private protected override Task<Tag> GetAsync(DirectoryEndpoint endpoint, string id, CancellationToken cancellationToken) =>
        endpoint.GetTagAsync(id, cancellationToken);

    private protected override void Remember(WorkspaceNames names, IReadOnlyList<Tag> all) => names.Remember(all);

    private protected override IEnumerable<string?> NamesOf(Tag one) => [one.Name];
}
