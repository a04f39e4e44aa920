using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using IntercomPS.Cmdlets.Parameters;
using Xunit;

namespace IntercomPS.Tests.Parameters;

public sealed class ConversationIdTests
{
    public static TheoryData<object, string[]> Holders => new()
    {
        { "123", ["123"] },
        { "  123\t", ["123"] },
        { 123, ["123"] },
        { 215468899123456789L, ["215468899123456789"] },
        { 18446744073709551615UL, ["18446744073709551615"] },
        { 123m, ["123"] },
        { 123d, ["123"] },
        { 9007199254740991d, ["9007199254740991"] },
        { PSObject.AsPSObject("123"), ["123"] },
        { PSObject.AsPSObject(123), ["123"] },
        { new List<string> { "1", "2" }, ["1", "2"] },
        { new object[] { "1", 2, new object[] { 3L, PSObject.AsPSObject("4") } }, ["1", "2", "3", "4"] },
        { new List<int> { 5, 6 }, ["5", "6"] },
        { new Conversation { Id = "7" }, ["7"] },
        { PSObject.AsPSObject(new Conversation { Id = "7" }), ["7"] },
        { new ConversationPart { Id = "99", ConversationId = "8" }, ["8"] },
        { new Hashtable { ["Id"] = 9 }, ["9"] },
        { new Hashtable { ["ConversationId"] = "10", ["Id"] = "99" }, ["10"] },
        { new Dictionary<string, object> { ["conversation_id"] = "11" }, ["11"] },
        { Row("Id", 12), ["12"] },
        { Row("conversation_id", "13"), ["13"] },
        { Row("id", PSObject.AsPSObject(14)), ["14"] },
        { new object[] { Row("Id", 15), Row("Id", "16") }, ["15", "16"] },
        { new { Id = "17" }, ["17"] },
    };

    public static TheoryData<object?> HolderlessInputs => new()
    {
        string.Empty,
        "  ",
        new object(),
        new Hashtable { ["Name"] = "x" },
        Row("Name", "x"),
        Row("Id", null),
        Row("Id", " "),
        Row("Id", Array.Empty<string>()),
        new object?[] { "1", null },
        true,
        1.5d,
        1.5m,
        double.NaN,
        double.PositiveInfinity,
        1e300,
        9007199254740994d,
    };

    [Theory]
    [MemberData(nameof(Holders), DisableDiscoveryEnumeration = true)]
    public void Ids_are_taken_out_of_whatever_holds_them(object input, string[] ids) =>
        Assert.Equal(ids, Assert.IsType<string[]>(Transform(input)));

    [Theory]
    [MemberData(nameof(HolderlessInputs), DisableDiscoveryEnumeration = true)]
    public void What_holds_no_certain_id_is_refused(object? input) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(input));

    [Fact]
    public void Nothing_holds_no_id() => Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(null));

    [Fact]
    public void The_culture_leaves_numbers_alone()
    {
        using var culture = new CultureScope("ar-SA");

        Assert.Equal(["1234567"], Assert.IsType<string[]>(Transform(1234567)));
    }

    private static PSObject Row(string name, object? value)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty(name, value));
        return row;
    }

    private static object Transform(object? input) => new ConversationIdAttribute().Transform(null!, input!);
}
