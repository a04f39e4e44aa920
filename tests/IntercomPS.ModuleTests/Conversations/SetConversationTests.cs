using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Set-IntercomConversation: what was written is there when read, and found when searched for.</summary>
public sealed class SetConversationTests : IDisposable
{
    private readonly ConnectedModule _module = ConnectedModule.Start(new SandboxOptions { Conversations = 60, Seed = 3, Now = ConnectedModule.Present, RateLimit = 0 });
    private readonly string[] _ids;

    public SetConversationTests()
    {
        _ids = [.. _module.NewestFirst.Take(12).Select(conversation => conversation.Id)];
        _module.Runspace.SetVariable("ids", _ids);
    }

    public void Dispose() => _module.Dispose();

    [Fact]
    public void What_was_written_is_read_back_and_found()
    {
        SandboxConversation sandbox = _module.Server.Workspace.FindConversation(_ids[0])!;
        DateTimeOffset before = sandbox.UpdatedAt;

        Assert.Empty(_module.Run("""
            Set-IntercomConversation -Id $ids[0] -Title 'Späte Lieferung' -Read $true -CustomAttribute @{
                'External score' = 4; 'Order Number' = 'A "1" \ ü'; 'Refund Amount' = 12.5; 'Is VIP?' = $true; 'Due Date' = [datetimeoffset]'2025-04-01T12:00:00Z'
            }
            """).Succeeded());
        PSObject read = Assert.Single(_module.Run("Get-IntercomConversation -Id $ids[0]").Succeeded());
        var attributes = (IReadOnlyDictionary<string, object?>)read.Properties["CustomAttributes"].Value;

        Assert.Equal("Späte Lieferung", read.Properties["Title"].Value);
        Assert.Equal(true, read.Properties["Read"].Value);
        Assert.Equal(4L, attributes["External score"]);
        Assert.Equal("A \"1\" \\ ü", attributes["Order Number"]);
        Assert.Equal(12.5, attributes["Refund Amount"]);
        Assert.Equal(true, attributes["Is VIP?"]);
        Assert.Equal(1743508800L, attributes["Due Date"]);
        Assert.True(sandbox.UpdatedAt > before);
        Assert.Equal([_ids[0]], _module.Ids("Search-IntercomConversation -Query @{ field = 'custom_attributes.External score'; operator = '='; value = 4 }"));
        Assert.Equal([_ids[0]], _module.Ids("Search-IntercomConversation -Query @{ field = 'custom_attributes.External score'; operator = '>'; value = 3 }"));
    }

    [Fact]
    public void A_script_block_is_no_title()
    {
        ErrorRecord error = _module.Failure("[pscustomobject]@{ Id = $ids[0]; Title = 'x' } | Set-IntercomConversation -Title { $_.Title }");

        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("ForEach-Object", error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEqual(" $_.Title ", _module.Server.Workspace.FindConversation(_ids[0])!.Title);
    }

    [Fact]
    public void Conversations_come_through_the_pipeline_and_are_passed_on()
    {
        IReadOnlyList<PSObject> written = _module.Run(
            "Search-IntercomConversation -First 12 | Set-IntercomConversation -CustomAttribute @{ 'External score' = 2 } -PassThru -ThrottleLimit 4").Succeeded();

        Assert.Equal(_ids, written.Select(conversation => conversation.Properties["Id"].Value));
        Assert.All(written, conversation => Assert.Equal(2L, ((IReadOnlyDictionary<string, object?>)conversation.Properties["CustomAttributes"].Value)["External score"]));
        Assert.Equal(_ids, _module.Ids("Search-IntercomConversation -Query @{ field = 'custom_attributes.External score'; operator = '='; value = 2 }"));
        Assert.Empty(_module.Run("$ids | Set-IntercomConversation -CustomAttribute @{ 'External score' = $null }").Succeeded());
        Assert.Empty(_module.Ids("Search-IntercomConversation -Query @{ field = 'custom_attributes.External score'; operator = '='; value = 2 }"));
    }

    [Fact]
    public void One_that_fails_is_an_error_of_its_own()
    {
        ScriptResult result = _module.Run("$ids[0], '17', $ids[1] | Set-IntercomConversation -Title new -PassThru");

        Assert.Null(result.Failure);
        Assert.Equal(_ids.Take(2), result.Output.Select(conversation => conversation.Properties["Id"].Value));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("ConversationNotFound,", error.FullyQualifiedErrorId);
        Assert.Equal("17", error.TargetObject);
    }

    [Theory]
    [InlineData("@{ 'No such' = 1 }", "does not exist")]
    [InlineData("@{ 'External score' = 'high' }", "not a valid value")]
    public void What_Intercom_refuses_is_said_in_its_words(string attributes, string said)
    {
        ErrorRecord error = Assert.Single(_module.Run($"Set-IntercomConversation -Id $ids[0] -Title kept -CustomAttribute {attributes}").Errors);

        Assert.StartsWith("RequestRejected,", error.FullyQualifiedErrorId);
        Assert.Equal(_ids[0], error.TargetObject);
        Assert.Contains(said, error.Exception.Message);
        Assert.NotEqual("kept", _module.Server.Workspace.FindConversation(_ids[0])!.Title);
    }

    [Theory]
    [InlineData("Set-IntercomConversation -Id 1", "NothingToChange")]
    [InlineData("Set-IntercomConversation -Id 1 -CustomAttribute @{}", "NothingToChange")]
    [InlineData("Set-IntercomConversation -Id 1 -CustomAttribute @{ a = @{} }", "InvalidAttributeValue")]
    [InlineData("Set-IntercomConversation -Id 1 -CustomAttribute @{ a = [double]::NaN }", "InvalidAttributeValue")]
    [InlineData("Set-IntercomConversation -Id 1 -CustomAttribute @{ '' = 1 }", "InvalidAttributeValue")]
    [InlineData("Set-IntercomConversation -Id 1 -CustomAttribute @{ a = [version]'1.0' }", "InvalidAttributeValue")]
    public void A_change_of_no_use_ends_the_command_before_a_request(string script, string errorId) => Assert.Empty(
        _module.RequestsDuring(() => Assert.StartsWith(errorId + ",", _module.Failure(script).FullyQualifiedErrorId)));

    [Fact]
    public void WhatIf_sends_nothing()
    {
        Assert.Empty(_module.RequestsDuring(() => Assert.Empty(
            _module.Run("$ids | Set-IntercomConversation -Title 'x' -CustomAttribute @{ 'External score' = $null } -WhatIf").Succeeded())));
    }

    [Fact]
    public void A_change_that_may_have_been_made_is_not_sent_again_one_refused_for_quota_is()
    {
        int asked = 0;
        using StubbedModule module = StubbedModule.Start(request => request.Method != "PUT" ? StubAnswer.Error(404, "not_found")
            : ++asked == 1 ? StubAnswer.Error(429, "rate_limit_exceeded") with { Header = "Retry-After: 1" }
            : StubAnswer.Error(500, "server_error"));

        ErrorRecord error = Assert.Single(module.Runspace.Run("Set-IntercomConversation -Id 5 -Read $false").Errors);

        Assert.StartsWith("ApiUnavailable,", error.FullyQualifiedErrorId);
        StubRequest[] sent = [.. module.Server.Requests.Where(request => request.Method == "PUT")];
        Assert.Equal(2, sent.Length);
        Assert.All(sent, request => Assert.Equal("""{"read":false}""", request.Body));
    }
}
