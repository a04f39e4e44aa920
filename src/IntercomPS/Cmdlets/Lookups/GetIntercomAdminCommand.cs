using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client.Endpoints;
using IntercomPS.Cmdlets.Completion;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Gets the workspace's admins, Intercom's word for teammates: all, by name, or by id.</summary>
/// <remarks>
///   <para>
///     By id it takes what has an admin: of conversations the one they are assigned to, of contacts their owner, of
///     teams their members. What has none is passed over. An id that does not exist is an error of its own.
///   </para>
/// </remarks>
/// <example>
///   <title>All admins</title>
///   <code>Get-IntercomAdmin</code>
///   <para>Lists them with their email addresses and teams.</para>
/// </example>
/// <example>
///   <title>Who the newest conversations are assigned to</title>
///   <code>Search-IntercomConversation -First 10 | Get-IntercomAdmin</code>
///   <para>Gets an admin for each conversation that is assigned to one.</para>
/// </example>
/// <example>
///   <title>The members of a team</title>
///   <code>Get-IntercomTeam -Name Support* | Get-IntercomAdmin</code>
///   <para>Gets the admins of each team whose name begins with Support.</para>
/// </example>
/// <seealso cref="GetIntercomTeamCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomAdmin", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Admin))]
public sealed class GetIntercomAdminCommand : DirectoryCmdlet<Admin>
{
    /// <summary>Admins with any of these names or email addresses, whatever their capitals.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AdminNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The admins' ids. From the pipeline: ids, conversations, contacts, teams, or objects with a property Id, AdminId or AdminAssigneeId.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AdminId", "AdminAssigneeId")]
    [AdminId]
    [AllowEmptyCollection]
    public string[] Id { get; set; } = [];

    private protected override string Kind => "Admin";

    /// <summary>Lists, or takes the ids in.</summary>
    protected override void ProcessRecord() => Write(Id, Name);

    private protected override Task<IReadOnlyList<Admin>> ListAsync(DirectoryEndpoint endpoint, CancellationToken cancellationToken) =>
        endpoint.ListAdminsAsync(cancellationToken);

    private protected override Task<Admin> GetAsync(DirectoryEndpoint endpoint, string id, CancellationToken cancellationToken) =>
        endpoint.GetAdminAsync(id, cancellationToken);

    private protected override void Remember(WorkspaceNames names, IReadOnlyList<Admin> all) => names.Remember(all);

    private protected override IEnumerable<string?> NamesOf(Admin one) => [one.Name, one.Email];
}
