using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>What cannot work ends the command before a request is sent, with an id that scripts can look at.</summary>
public sealed class BadInputTests : IClassFixture<SharedWorkspace>
{
    private const string Search = "IntercomPS.Cmdlets.Conversations.SearchIntercomConversationCommand";
    private const string Get = "IntercomPS.Cmdlets.Conversations.GetIntercomConversationCommand";

    private readonly ConnectedModule _module;

    public BadInputTests(SharedWorkspace shared) => _module = shared.Module;

    [Theory]
    [InlineData("-CreatedAfter '2026-02-01' -CreatedBefore '2026-01-01'")]
    [InlineData("-CreatedAfter '2026-02-01' -CreatedBefore '2026-02-01'")]
    [InlineData("-UpdatedAfter '2026-02-01' -UpdatedBefore '2026-01-01'")]
    [InlineData("-ClosedAfter '2026-02-01' -ClosedBefore '2026-01-01'")]
    [InlineData("-AssigneeId nobody")]
    [InlineData("-TeamId -1")]
    [InlineData("-BodyContains '!?'")]
    [InlineData("-Query 'no json'")]
    [InlineData("-Query '[]'")]
    [InlineData("-Query 17")]
    [InlineData("-Query @{ field = 'state'; value = 'open' }")]
    [InlineData("-Query @{ query = @{ field = 'state'; operator = '='; value = 'open' } }")]
    [InlineData("-Query @{ field = 'stat'; operator = '='; value = 'open' }")]
    [InlineData("-Query @{ field = 'created_at'; operator = '~'; value = 1 }")]
    [InlineData("-Query @{ field = 'state'; operator = '>'; value = 'open' }")]
    [InlineData("-Query @{ field = 'state'; operator = 'LIKE'; value = 'open' }")]
    [InlineData("-Query @{ field = 'created_at'; operator = '>'; value = 'yesterday' }")]
    [InlineData("-Query @{ field = 'created_at'; operator = '>'; value = 1767225600000 }")]
    [InlineData("-Query @{ field = 'state'; operator = 'IN'; value = @() }")]
    [InlineData("-Query @{ field = 'state'; operator = '='; value = 'open', 'closed' }")]
    [InlineData("-Query @{ operator = 'XOR'; value = @(@{ field = 'state'; operator = '='; value = 'open' }) }")]
    [InlineData("-Query @{ operator = 'AND'; value = @() }")]
    [InlineData("-Query '{\"operator\":\"AND\",\"value\":[{\"operator\":\"OR\",\"value\":[{\"operator\":\"AND\",\"value\":[{\"field\":\"id\",\"operator\":\"=\",\"value\":\"1\"}]}]}]}'")]
    public void A_search_that_Intercom_could_not_answer_is_not_sent(string parameters) =>
        Refuses($"Search-IntercomConversation {parameters}", $"InvalidQuery,{Search}", ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("-Rating 6", "ParameterArgumentValidationError")]
    [InlineData("-Rating 3, 0", "ParameterArgumentValidationError")]
    [InlineData("-ContactId ''", "ParameterArgumentValidationError")]
    [InlineData("-TagId @()", "ParameterArgumentValidationError")]
    [InlineData("-Query $null", "ParameterArgumentValidationError")]
    [InlineData("-State Resolved", "CannotConvertArgumentNoMessage")]
    [InlineData("-CreatedAfter soon", "CannotConvertArgumentNoMessage")]
    [InlineData("-State Open -Query @{ field = 'id'; operator = '='; value = '1' }", "AmbiguousParameterSet")]
    public void A_value_that_a_parameter_does_not_take_is_refused_by_the_engine(string parameters, string id) =>
        Refuses($"Search-IntercomConversation {parameters}", $"{id},{Search}");

    [Theory]
    [InlineData("-Id ''", "ParameterArgumentTransformationError")]
    [InlineData("-Id $null", "ParameterArgumentTransformationError")]
    [InlineData("-Id ([pscustomobject]@{ Name = 'x' })", "ParameterArgumentTransformationError")]
    [InlineData("-Id 1 -ThrottleLimit 0", "ParameterArgumentValidationError")]
    [InlineData("-Id 1 -First 3", "PagingNeedsListing")]
    [InlineData("-Id 1 -IncludeTotalCount", "PagingNeedsListing")]
    public void Ids_that_are_none_are_refused(string parameters, string id) =>
        Refuses($"Get-IntercomConversation {parameters}", $"{id},{Get}");

    [Theory]
    [InlineData("Search-IntercomConversation")]
    [InlineData("Get-IntercomConversation")]
    [InlineData("Get-IntercomConversation -Id 1")]
    [InlineData("Get-IntercomConversationPart -Id 1")]
    [InlineData("Export-IntercomConversation -Path all.csv")]
    public void Without_a_session_nothing_begins(string command)
    {
        using ModuleRunspace runspace = ModuleRunspace.Open();

        ScriptResult result = runspace.Run($"try {{ {command} }} catch {{ $_ }}");

        var error = (ErrorRecord)Assert.Single(result.Output).BaseObject;
        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId);
        Assert.Contains("Connect-Intercom", error.Exception.Message);
    }

    [Fact]
    public void An_unknown_field_is_answered_with_the_nearest_one() =>
        Assert.Contains(
            "'source.subject'",
            _module.Failure("Search-IntercomConversation -Query @{ field = 'source.subjet'; operator = '='; value = 'x' }").Exception.Message);

    private void Refuses(string script, string id, ErrorCategory? category = null)
    {
        ErrorRecord? error = null;
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(() => error = _module.Failure(script));

        Assert.Equal(id, error!.FullyQualifiedErrorId);
        Assert.Equal(category ?? error.CategoryInfo.Category, error.CategoryInfo.Category);
        Assert.Empty(requests.Select(request => request.Path));
    }
}
