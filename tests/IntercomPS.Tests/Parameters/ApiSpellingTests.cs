using System.Collections.Generic;
using System.Management.Automation;
using IntercomPS.Cmdlets.Parameters;
using Xunit;

namespace IntercomPS.Tests.Parameters;

public sealed class ApiSpellingTests
{
    [Theory]
    [InlineData("not_priority", ConversationPriority.NotPriority)]
    [InlineData("NotPriority", ConversationPriority.NotPriority)]
    [InlineData("notpriority", ConversationPriority.NotPriority)]
    [InlineData("PRIORITY", ConversationPriority.Priority)]
    public void The_engine_makes_the_value_of_either_spelling(string text, ConversationPriority expected) =>
        Assert.Equal(expected, LanguagePrimitives.ConvertTo<ConversationPriority>(Transform(text)));

    [Fact]
    public void Lists_are_taken_item_by_item()
    {
        object several = Transform(new List<object> { "phone_call", PSObject.AsPSObject("phone_switch"), ConversationSourceType.Email });

        Assert.Equal(
            [ConversationSourceType.PhoneCall, ConversationSourceType.PhoneSwitch, ConversationSourceType.Email],
            LanguagePrimitives.ConvertTo<ConversationSourceType[]>(several));
    }

    [Fact]
    public void A_value_of_the_enumeration_stays_as_it_is() =>
        Assert.Equal(ConversationState.Snoozed, Transform(ConversationState.Snoozed));

    [Fact]
    public void What_is_no_value_is_left_to_the_engine_to_refuse() =>
        Assert.Throws<PSInvalidCastException>(() => LanguagePrimitives.ConvertTo<ConversationState>(Transform("half_open")));

    [Theory]
    [InlineData(ConversationPriority.NotPriority, "not_priority")]
    [InlineData(ConversationPriority.Urgent, "urgent")]
    public void Priorities_are_written_as_the_api_spells_them(ConversationPriority value, string text) =>
        Assert.Equal(text, ApiSpellingAttribute.Of(value));

    [Theory]
    [InlineData(ConversationSourceType.PhoneCall, "phone_call")]
    [InlineData(ConversationSourceType.Sms, "sms")]
    [InlineData(ConversationSourceType.Whatsapp, "whatsapp")]
    public void Channels_are_written_as_the_api_spells_them(ConversationSourceType value, string text) =>
        Assert.Equal(text, ApiSpellingAttribute.Of(value));

    private static object Transform(object value) => new ApiSpellingAttribute().Transform(null!, value);
}
