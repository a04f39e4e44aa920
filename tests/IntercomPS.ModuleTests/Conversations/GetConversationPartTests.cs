using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Export;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

public sealed class GetConversationPartTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;
    private readonly (SandboxConversation Conversation, SandboxPart Part)[] _parts;

    public GetConversationPartTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        SandboxConversation[] conversations = [.. _module.NewestFirst.Where(c => c.Statistics?.CountConversationParts <= 500).Take(80)];
        _parts = [.. conversations.SelectMany(c => _module.Server.Workspace.GetParts(c).Select(part => (c, part)))];
        _module.Runspace.SetVariable("ids", conversations.Select(c => c.Id).ToArray());
    }

    [Fact]
    public void Parts_come_as_objects_with_the_conversation_that_they_belong_to()
    {
        IReadOnlyList<PSObject> found = _module.Run("$ids | Get-IntercomConversationPart").Succeeded();

        Assert.Equal(_parts.Select(Describe), found.Select(Describe));
        Assert.All(found, part => Assert.Equal("IntercomPS.ConversationPart", part.TypeNames[0]));
    }

    [Theory]
    [InlineData("note", "note")]
    [InlineData("Note*", "note note_and_reopen")]
    [InlineData("close, open", "close open")]
    [InlineData("*assign*", "assignment assign_and_reopen away_mode_assignment")]
    [InlineData("no_such_type", "")]
    public void PartType_chooses_among_them(string partType, string types)
    {
        string[] expected = [.. _parts.Where(part => types.Split(' ').Contains(part.Part.PartType)).Select(part => part.Part.Id)];
        Assert.Equal(types.Length > 0, expected.Length > 0);

        Assert.Equal(expected, _module.Ids($"$ids | Get-IntercomConversationPart -PartType {partType}"));
    }

    [Fact]
    public void Notes_and_events_are_no_messages() =>
        Assert.Equal(
            _parts.Where(part => ExpectedPart.IsMessage(part.Part)).Select(part => part.Part.Id),
            _module.Ids("$ids | Get-IntercomConversationPart | Where-Object -Property IsMessage"));

    [Fact]
    public void A_part_leads_back_to_its_conversation()
    {
        string[] expected = [.. _parts.Where(part => part.Part.PartType == "note").Take(5).Select(part => part.Conversation.Id)];

        Assert.Equal(expected, _module.Ids("($ids | Get-IntercomConversationPart -PartType note)[0..4] | Get-IntercomConversation"));
    }

    [Fact]
    public void Plaintext_bodies_come_without_markup() =>
        Assert.Equal(
            _parts.Select(part => part.Part.Body is { } html ? ExpectedText.OfIntercom(html) : null),
            _module.Run("$ids | Get-IntercomConversationPart -Plaintext").Succeeded().Select(part => (string?)part.Properties["Body"].Value));

    [Fact]
    public void A_missing_conversation_and_a_cut_thread_are_told()
    {
        SandboxConversation longest = _module.NewestFirst.Single(c => c.Statistics?.CountConversationParts > 500);
        _module.Runspace.SetVariable("longest", longest.Id);

        ScriptResult result = _module.Run("'17', $longest | Get-IntercomConversationPart");

        Assert.Equal("17", Assert.Single(result.Errors).TargetObject);
        Assert.Contains($" {longest.Statistics!.CountConversationParts - 500} ", Assert.Single(result.Warnings));
        Assert.Equal(_module.Server.Workspace.GetParts(longest).TakeLast(500).Select(part => part.Id), result.Output.Select(part => part.Properties["Id"].Value));
    }

    private static object Describe((SandboxConversation Conversation, SandboxPart Part) expected)
    {
        SandboxPart part = expected.Part;
        return (expected.Conversation.Id, part.Id, part.PartType, part.Body, (DateTimeOffset?)part.CreatedAt, part.Author.Type, part.Author.Id, part.Author.Name,
            part.AssignedToType, part.AssignedToId, part.State, (bool?)part.Redacted, part.Attachments.Count);
    }

    private static object Describe(PSObject part)
    {
        PSObject author = PSObject.AsPSObject(part.Properties["Author"].Value);
        PSObject? assignedTo = part.Properties["AssignedTo"].Value is { } reference ? PSObject.AsPSObject(reference) : null;
        return (Text(part, "ConversationId"), Text(part, "Id"), Text(part, "PartType"), Text(part, "Body"), (DateTimeOffset?)part.Properties["CreatedAt"].Value,
            Text(author, "Type"), Text(author, "Id"), Text(author, "Name"), assignedTo is null ? null : Text(assignedTo, "Type"), assignedTo is null ? null : Text(assignedTo, "Id"),
            Text(part, "State"), (bool?)part.Properties["Redacted"].Value, ((IEnumerable<object>)part.Properties["Attachments"].Value).Count());
    }

    private static string? Text(PSObject holder, string name) => (string?)holder.Properties[name].Value;
}
