using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client.Endpoints;
using IntercomPS.Cmdlets.Completion;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Gets the workspace's teams: all, by name, or by id.</summary>
/// <remarks>
///   <para>
///     By id it takes what has a team: of conversations the one they are assigned to, of teams those they are in.
///     What has none is passed over. An id that does not exist is an error of its own.
///   </para>
/// </remarks>
/// <example>
///   <title>All teams</title>
///   <code>Get-IntercomTeam</code>
///   <para>Lists them with the number of their members.</para>
/// </example>
/// <example>
///   <title>The team that a conversation is assigned to</title>
///   <code>Search-IntercomConversation -First 1 | Get-IntercomTeam</code>
///   <para>Gets the team of the newest conversation, if it has one.</para>
/// </example>
/// <seealso cref="GetIntercomTeamCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomTeam", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Team))]
public sealed class GetIntercomTeamCommand : DirectoryCmdlet<Team>
{
    /// <summary>Teams with any of these names, whatever their capitals.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The teams' ids. From the pipeline: ids, conversations, admins, or objects with a property Id, TeamId or TeamAssigneeId.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId", "TeamAssigneeId")]
    [TeamId]
    [AllowEmptyCollection]
    public string[] Id { get; set; } = [];

    private protected override string Kind => "Team";

    /// <summary>Lists, or takes the ids in.</summary>
    protected override void ProcessRecord() => Write(Id, Name);

    private protected override Task<IReadOnlyList<Team>> ListAsync(DirectoryEndpoint endpoint, CancellationToken cancellationToken) =>
        endpoint.ListTeamsAsync(cancellationToken);

    private protected override Task<Team> GetAsync(DirectoryEndpoint endpoint, string id, CancellationToken cancellationToken) =>
        endpoint.GetTeamAsync(id, cancellationToken);

    private protected override void Remember(WorkspaceNames names, IReadOnlyList<Team> all) => names.Remember(all);

    private protected override IEnumerable<string?> NamesOf(Team one) => [one.Name];
}
