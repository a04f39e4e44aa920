using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text;
using IntercomPS.Client;
using IntercomPS.Cmdlets.Parameters;
using Xunit;

namespace IntercomPS.Tests.Parameters;

public sealed class AttributeValuesTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { "text", "\"text\"" },
        { PSObject.AsPSObject("wrapped"), "\"wrapped\"" },
        { 4, "4" },
        { 4L, "4" },
        { (uint)4, "4" },
        { 1.5, "1.5" },
        { 1.5m, "1.5" },
        { true, "true" },
        { null, "null" },
        { new DateTimeOffset(2025, 4, 1, 14, 0, 0, TimeSpan.FromHours(2)), "1743508800" },
        { new DateTime(2025, 4, 1, 12, 0, 0, DateTimeKind.Utc), "1743508800" },
        { DayOfWeek.Friday, "\"Friday\"" },
        { new object[] { "21", 22 }, "[\"21\",22]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Values_become_what_Intercom_takes(object? value, string json)
    {
        IReadOnlyDictionary<string, object?> read = AttributeValues.Read(new Hashtable { ["A name: with \"all\""] = value });

        Assert.Equal(
            $$$"""{"custom_attributes":{"A name: with \u0022all\u0022":{{{json}}}}}""",
            Encoding.UTF8.GetString(new ConversationUpdate { CustomAttributes = read }.ToJson()));
    }

    [Fact]
    public void Only_what_is_given_is_changed()
    {
        Assert.True(new ConversationUpdate().IsEmpty);
        Assert.Equal("""{"title":"","read":true}""", Encoding.UTF8.GetString(new ConversationUpdate { Title = string.Empty, Read = true }.ToJson()));
    }
}
