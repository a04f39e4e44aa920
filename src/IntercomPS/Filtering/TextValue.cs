using System;
using System.Globalization;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads values of fields that hold texts: ids and wildcard patterns.</summary>
internal static class TextValue
{
    /// <summary>An id.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A text or a whole number.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FieldValueException">It is neither.</exception>
    public static string Id(ConversationField field, object value) => value switch
    {
        string text => text,
        WrittenNumber number => number.Text,
        _ when value is not (bool or Enum) && NumberValue.TryRead(value, out object number) =>
            ((long)NumberValue.Round(field, ComparisonOperator.EqualTo, number)).ToString(CultureInfo.InvariantCulture),
        Guid guid => guid.ToString(),
        _ => throw FieldValueConverter.None(field, value, "give a text or a whole number"),
    };

    /// <summary>A wildcard pattern.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The pattern.</param>
    /// <returns>The text, in lower case where the field's words are.</returns>
    public static string Pattern(ConversationField field, object value)
    {
        string text = FieldValueConverter.TextOf(value);
        return field.Kind == FieldKind.Word ? text.ToLowerInvariant() : text;
    }
}
