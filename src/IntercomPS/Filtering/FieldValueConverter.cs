using System;
using System.Collections;
using System.Management.Automation;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Brings what a person gives to the type by which a field is compared.</summary>
internal static class FieldValueConverter
{
    /// <summary>Converts one value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How it is compared: a fraction of a second is rounded so that the comparison stays true.</param>
    /// <param name="value">The value; null means missing.</param>
    /// <returns>A text, a long, a double, a boolean or null, as <see cref="Comparison.Values"/> takes them.</returns>
    /// <exception cref="FieldValueException">The field cannot be compared with it.</exception>
    public static object? Convert(ConversationField field, ComparisonOperator op, object? value)
    {
        object? plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (plain is null)
        {
            return op == ComparisonOperator.EqualTo
                ? field.Kind == FieldKind.Assignee ? 0L : null // nobody is 0 there
                : throw new FieldValueException($"'{field.Name}' cannot be compared with $null in this way. To ask whether it is missing, use -eq $null or -ne $null.");
        }

        if (plain is IEnumerable and not string)
        {
            throw new FieldValueException($"'{field.Name}' is compared with single values, not with {FieldDescription.OfValue(plain)}.");
        }

        return op == ComparisonOperator.Like ? TextValue.Pattern(field, plain) : Convert(field, op, plain, TextOf(plain));
    }

    private static object? Convert(ConversationField field, ComparisonOperator op, object value, string text) => field.Kind switch
    {
        FieldKind.Integer => NumberValue.Whole(field, op, value),
        FieldKind.Time => TimeValue.Seconds(field, op, value),
        FieldKind.Duration => DurationValue.Seconds(field, op, value),
        FieldKind.Boolean => value is bool ? value : bool.TryParse(text, out bool flag) ? flag : throw None(field, value, "give $true or $false"),
        FieldKind.Assignee => NumberValue.Assignee(field, op, value),
        FieldKind.Attribute => AttributeValue.Of(field, op, value),
        FieldKind.Word => WordValue.Of(field, value, text),
        FieldKind.Id => TextValue.Id(field, value),
        FieldKind.Email => text.IndexOfAny(['*', '?']) < 0
            ? text
            : throw new FieldValueException($"'{field.Name}' is compared with whole email addresses; wildcards do not work in it."),
        _ => text,
    };

    /// <summary>The invariant text of a single value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Enumerations as the API spells them, numbers as they were written.</returns>
    internal static string TextOf(object value) => value switch
    {
        WrittenNumber number => number.Text,
        Enum word => ApiSpellingAttribute.Of(word),
        char letter => letter.ToString(),
        DateTime time => TimeValue.Utc(time).ToString("o", System.Globalization.CultureInfo.InvariantCulture),
        _ => FieldValue.TextOf(value) ?? string.Empty,
    };

    /// <summary>An error about a value that is none of the field's.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="advice">What to give instead.</param>
    /// <returns>The error.</returns>
    internal static FieldValueException None(ConversationField field, object value, string advice) =>
        new($"'{field.Name}' is {FieldDescription.Of(field)}, which {FieldDescription.OfValue(value)} is not: {advice}.");
}
