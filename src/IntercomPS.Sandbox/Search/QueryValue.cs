using System.Globalization;
using System.Text.Json;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Search;

/// <summary>Reads the values of filters, strictly by the field's type; null is "not set".</summary>
internal static class QueryValue
{
    public static string? ReadText(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw Mismatch(field, "a string"),
    };

    /// <summary>A number, or digits in a string: the API's own examples send both.</summary>
    public static long? ReadNumber(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetInt64(out long number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => throw Mismatch(field, "an integer"),
    };

    public static bool? ReadFlag(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when value.GetString() is "true" or "false" => value.GetString() == "true",
        _ => throw Mismatch(field, "a boolean"),
    };

    public static ApiException Mismatch(string field, string expected)
        => ApiException.InvalidParameter(field, $"The value for '{field}' must be {expected}");
}
