using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>Says in words what the validation attributes allow; MAML has no element for it.</summary>
internal static class ValidationText
{
    public static IEnumerable<TextBlock> Of(PropertyInfo property) =>
        Sentences(property, AutomationNames.ValidateRangeAttribute, "Takes values from {0} to {1}.")
            .Concat(Sentences(property, AutomationNames.ValidateCountAttribute, "Takes {0} to {1} values."))
            .Concat(Sentences(property, AutomationNames.ValidateLengthAttribute, "Takes {0} to {1} characters."))
            .Select(TextBlock.Paragraph);

    private static IEnumerable<string> Sentences(PropertyInfo property, string attributeName, string format) =>
        property.Attributes(attributeName)
            .Select(attribute => attribute.Positional<object>().ToArray())
            .Where(bounds => bounds.Length == 2)
            .Select(bounds => string.Format(CultureInfo.InvariantCulture, format, bounds));
}
