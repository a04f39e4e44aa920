using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>The objects that come out, property by property, against what the sandbox holds.</summary>
public sealed class ConversationFieldTests : IClassFixture<SharedWorkspace>
{
    private static readonly Dictionary<string, Func<SandboxConversation, object?>> Fields = new()
    {
        ["Id"] = c => c.Id,
        ["Title"] = c => c.Title,
        ["CreatedAt"] = c => c.CreatedAt,
        ["UpdatedAt"] = c => c.UpdatedAt,
        ["WaitingSince"] = c => c.WaitingSince,
        ["SnoozedUntil"] = c => c.SnoozedUntil,
        ["Open"] = c => c.State != "closed",
        ["State"] = c => c.State,
        ["Read"] = c => c.Read,
        ["Priority"] = c => c.Priority == "none" ? "not_priority" : "priority",
        ["AdminAssigneeId"] = c => c.AdminAssignee?.Id,
        ["TeamAssigneeId"] = c => c.TeamAssignee?.Id,
        ["CompanyId"] = c => c.Company?.Id,
        ["Rating"] = c => c.Rating?.Rating,
        ["RatingRemark"] = c => c.Rating?.Remark,
        ["CxScore"] = c => c.CxScore,
        ["CxScoreExplanation"] = c => c.CxScoreExplanation,
        ["ContactId"] = c => c.Contacts[0].Id,
        ["ClosedAt"] = c => c.ClosedAt,
        ["AiAgentParticipated"] = c => c.AiAgent is not null,
        ["MessageCount"] = c => c.Statistics?.CountConversationParts,
        ["TimeToFirstReply"] = c => Span(c.Statistics?.TimeToAdminReply),
        ["TimeToResolution"] = c => c.State == "closed" ? Span(c.Statistics?.TimeToLastClose) : null,
        ["HasParts"] = _ => false,
        ["MissingPartCount"] = _ => null,
    };

    private readonly ConnectedModule _module;
    private readonly IReadOnlyList<PSObject> _found;

    public ConversationFieldTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _found = _module.Run("Search-IntercomConversation").Succeeded();
    }

    public static TheoryData<string> Names => [.. Fields.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_property_is_what_the_workspace_holds(string name) =>
        Assert.Equal(_module.NewestFirst.Select(Fields[name]), _found.Select(c => c.Properties[name].Value));

    [Fact]
    public void Tags_come_as_their_names() =>
        Assert.Equal(
            _module.NewestFirst.Select(c => c.Tags.Select(tag => tag.Name)),
            _found.Select(c => (IEnumerable<string>)c.Properties["Tags"].Value));

    [Fact]
    public void Custom_attributes_come_by_their_exact_names()
    {
        foreach ((SandboxConversation expected, PSObject actual) in _module.NewestFirst.Zip(_found))
        {
            var attributes = (IEnumerable<KeyValuePair<string, object?>>)actual.Properties["CustomAttributes"].Value;
            Assert.Equal(
                expected.CustomAttributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value)),
                attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value!)));
        }
    }

    [Fact]
    public void The_source_is_the_first_message_as_it_was_written() =>
        Assert.Equal(
            _module.NewestFirst.Select(c => (c.Source.Type, c.Source.DeliveredAs, c.Source.Body, c.Source.Author.Type, c.Source.Author.Id, c.Source.Author.Email)),
            _found.Select(c => (PSObject)PSObject.AsPSObject(c.Properties["Source"].Value)).Select(source =>
            {
                PSObject author = PSObject.AsPSObject(source.Properties["Author"].Value);
                return (Text(source, "Type")!, Text(source, "DeliveredAs")!, Text(source, "Body")!, Text(author, "Type")!, Text(author, "Id")!, Text(author, "Email"));
            }));

    [Fact]
    public void No_collection_is_null()
    {
        foreach (PSObject conversation in _found)
        {
            Assert.DoesNotContain(
                conversation.Properties.Where(property => typeof(IEnumerable).IsAssignableFrom(conversation.BaseObject.GetType().GetProperty(property.Name)!.PropertyType)
                    && conversation.BaseObject.GetType().GetProperty(property.Name)!.PropertyType != typeof(string)),
                property => property.Value is null);
        }
    }

    private static TimeSpan? Span(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    private static string? Text(PSObject holder, string name) => (string?)holder.Properties[name].Value;
}
