using System.Text.Json;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox.Api;

/// <summary>Reads the value that a custom attribute is set to, strictly by the attribute's type.</summary>
internal static class AttributeValueReader
{
    /// <summary>Reads one value.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value; null clears the attribute.</returns>
    /// <exception cref="ApiException">
    /// The workspace has no such attribute, or the value does not fit it. The words of the first are those of
    /// github.com/intercom/intercom-node, issue 349, of the second those of github.com/intercom/intercom-ruby, issue 564.
    /// </exception>
    public static object? Read(string name, JsonElement value)
    {
        AttributeType type = ConversationAttributes.TypeOf(name)
            ?? throw new ApiException(400, "parameter_invalid", $"Conversation attribute '{name}' does not exist");
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return (type, value.ValueKind) switch
        {
            (AttributeType.Text, JsonValueKind.String) => value.GetString()!,
            (AttributeType.Flag, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
            (AttributeType.Whole or AttributeType.Number, JsonValueKind.Number) when value.TryGetInt64(out long whole) => whole,
            (AttributeType.Number, JsonValueKind.Number) => value.GetDouble(),
            _ => throw new ApiException(400, "parameter_invalid", $"'{value.GetRawText()}' is not a valid value for '{name}'"),
        };
    }
}
