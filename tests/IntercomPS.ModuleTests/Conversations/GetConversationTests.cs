using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

public sealed class GetConversationTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;
    private readonly string[] _ids;

    public GetConversationTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _ids = [.. _module.NewestFirst.Where((_, index) => index % 9 == 4).Select(c => c.Id)];
        _module.Runspace.SetVariable("ids", _ids);
    }

    [Theory]
    [InlineData("Get-IntercomConversation -Id $ids")]
    [InlineData("Get-IntercomConversation -ConversationId $ids")]
    [InlineData("Get-IntercomConversation $ids -ThrottleLimit 1")]
    [InlineData("$ids | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { [long]$_ } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { [decimal]$_ } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { \" $_ \" } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { [pscustomobject]@{ Id = $_; Name = 'row' } } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { [pscustomobject]@{ Id = [long]$_ } } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { [pscustomobject]@{ ConversationId = $_; Id = 'of a part' } } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { [pscustomobject]@{ conversation_id = $_; state = 'open' } } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { @{ Id = $_ } } | Get-IntercomConversation")]
    [InlineData("$ids | ForEach-Object -Process { Search-IntercomConversation -Query @{ field = 'id'; operator = '='; value = $_ } } | Get-IntercomConversation")]
    [InlineData("Get-IntercomConversation -Id $ids | Get-IntercomConversation")]
    [InlineData("Get-IntercomConversation -Id (Get-IntercomConversation -Id $ids)")]
    public void Conversations_come_in_the_order_asked_however_their_ids_are_given(string script) =>
        Assert.Equal(_ids, _module.Ids(script));

    [Fact]
    public void The_order_holds_where_some_answers_come_later_than_others()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions
        {
            Conversations = 60, Seed = 5, RateLimit = 0, Latency = System.TimeSpan.FromMilliseconds(20), Faults = IntercomPS.Sandbox.SandboxFault.ServerError, FaultRate = 0.15,
        });
        string[] ids = [.. module.NewestFirst.Select(c => c.Id)];
        module.Runspace.SetVariable("ids", ids);

        Assert.Equal(ids, module.Ids("$ids | Get-IntercomConversation -ThrottleLimit 20"));
        Assert.Contains(module.Server.Counters.Recent, request => request.Status >= 500);
        Assert.InRange(module.Server.Counters.MaxConcurrency, 2, 128);
    }

    [Fact]
    public void An_id_that_does_not_exist_is_an_error_of_its_own()
    {
        ScriptResult result = _module.Run("$ids[0], '17', $ids[1], '18/../18?x=1', $ids[2] | Get-IntercomConversation");

        Assert.Null(result.Failure);
        Assert.Equal(_ids.Take(3), result.Output.Select(c => c.Properties["Id"].Value));
        Assert.Equal(["17", "18/../18?x=1"], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors, error =>
        {
            Assert.Equal("ConversationNotFound,IntercomPS.Cmdlets.Conversations.GetIntercomConversationCommand", error.FullyQualifiedErrorId);
            Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        });
    }

    [Fact]
    public void With_ErrorAction_Stop_a_missing_id_ends_the_command()
    {
        ErrorRecord error = _module.Failure("$ids[0], '17', $ids[1] | Get-IntercomConversation -ErrorAction Stop");

        Assert.StartsWith("ConversationNotFound,", error.FullyQualifiedErrorId);
        Assert.Equal("17", error.TargetObject);
    }

    [Fact]
    public void A_conversation_brings_its_whole_thread()
    {
        foreach (PSObject conversation in _module.Run("Get-IntercomConversation -Id $ids").Succeeded())
        {
            SandboxConversation expected = _module.Server.Workspace.FindConversation((string)conversation.Properties["Id"].Value)!;
            var parts = ((IEnumerable<object>)conversation.Properties["Parts"].Value).Select(part => (string)PSObject.AsPSObject(part).Properties["Id"].Value);

            Assert.Equal(_module.Server.Workspace.GetParts(expected).TakeLast(500).Select(part => part.Id), parts);
            Assert.True((bool)conversation.Properties["HasParts"].Value);
        }
    }

    [Fact]
    public void The_oldest_parts_that_Intercom_leaves_out_are_counted_in_a_warning()
    {
        SandboxConversation longest = _module.NewestFirst.Single(c => c.Statistics?.CountConversationParts > 500);
        int missing = longest.Statistics!.CountConversationParts - 500;
        _module.Runspace.SetVariable("longest", longest.Id);

        ScriptResult result = _module.Run("Get-IntercomConversation -Id $longest, $ids[0]");

        Assert.Equal(missing, result.Succeeded()[0].Properties["MissingPartCount"].Value);
        string warning = Assert.Single(result.Warnings);
        Assert.Contains(longest.Id, warning);
        Assert.Contains($" {missing} ", warning);
    }

    [Fact]
    public void Plaintext_bodies_come_without_markup()
    {
        IReadOnlyList<PSObject> found = _module.Run("Get-IntercomConversation -Id $ids -Plaintext").Succeeded();

        Assert.Equal(
            _ids.Select(id => ExpectedText.OfIntercom(_module.Server.Workspace.FindConversation(id)!.Source.Body)),
            found.Select(c => (string)PSObject.AsPSObject(c.Properties["Source"].Value).Properties["Body"].Value));
    }

    [Fact]
    public void Without_an_id_every_conversation_is_listed_once() =>
        Assert.Equal(_module.NewestFirst.Select(c => c.Id), _module.Ids("Get-IntercomConversation"));
}
