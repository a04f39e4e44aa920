using System.Collections;
using System.Management.Automation;
using IntercomPS.Cmdlets.Parameters;
using Xunit;

namespace IntercomPS.Tests.Parameters;

/// <summary>Each kind of id comes from what has it, never from the id of something else.</summary>
public sealed class RecordIdTests
{
    private static readonly Conversation Assigned = new()
    {
        Id = "conversation", AdminAssigneeId = "admin", TeamAssigneeId = "team", ContactId = "contact",
        Company = new Company { Id = "company", CompanyId = "outer" }, TagDetails = [new Tag { Id = "tag" }],
    };

    public static TheoryData<RecordIdAttribute, string> Kinds => new()
    {
        { new AdminIdAttribute(), "admin" },
        { new TeamIdAttribute(), "team" },
        { new ContactIdAttribute(), "contact" },
        { new CompanyIdAttribute(), "company" },
        { new TagIdAttribute(), "tag" },
        { new ConversationIdAttribute(), "conversation" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_conversation_has_ids_of_all_kinds(RecordIdAttribute attribute, string id) =>
        Assert.Equal([id], (string[])attribute.Transform(null!, PSObject.AsPSObject(Assigned)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_conversation_without_one_has_none(RecordIdAttribute attribute, string id) =>
        Assert.Empty((string[])attribute.Transform(null!, new Conversation { Id = id == "conversation" ? string.Empty : "7" }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_of_another_kind_is_refused(RecordIdAttribute attribute, string id) =>
        Assert.Contains($"no {id} id", Assert.Throws<ArgumentTransformationMetadataException>(() => attribute.Transform(null!, new Attachment())).Message);

    [Fact]
    public void A_property_of_the_kind_decides_even_where_it_is_empty()
    {
        Assert.Equal(["c"], (string[])new ContactIdAttribute().Transform(null!, new Hashtable { ["Id"] = "x", ["contact_id"] = "c" }));
        Assert.Empty((string[])new ContactIdAttribute().Transform(null!, new Hashtable { ["Id"] = "x", ["ContactId"] = null }));
        Assert.Equal(["1", "2"], (string[])new AdminIdAttribute().Transform(null!, new Team { Id = "t", AdminIds = ["1", "2"] }));
        Assert.Equal(["67"], (string[])new CompanyIdAttribute().Transform(null!, new Company { Id = "67", CompanyId = "outer" }));
    }
}
