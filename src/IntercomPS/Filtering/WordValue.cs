using System;
using System.Linq;
using System.Text;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads values of fields that hold the API's words, in the API's spelling or in that of the parameters.</summary>
internal static class WordValue
{
    /// <summary>A word.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The word as the API spells it.</returns>
    /// <exception cref="FieldValueException">The field cannot hold it.</exception>
    public static string Of(ConversationField field, object value, string text)
    {
        string bare = text.Replace("_", string.Empty);
        if (field.Words.Count == 0)
        {
            // WhatsApp has capitals within a word, PhoneCall between two. TryParse takes numbers and lists too.
            return bare.All(char.IsLetter) && Enum.TryParse(bare, ignoreCase: true, out ConversationSourceType sourceType)
                ? ApiSpellingAttribute.Of(sourceType)
                : ApiSpelling(text);
        }

        return field.Words.FirstOrDefault(word => string.Equals(word.Replace("_", string.Empty), bare, StringComparison.OrdinalIgnoreCase))
            ?? throw new FieldValueException(
                $"'{field.Name}' is {FieldDescription.Of(field)}; {FieldDescription.OfValue(value)} is none of them.{FieldDescription.DidYouMean(FieldDescription.Nearest(field.Words, text))}");
    }

    private static string ApiSpelling(string text)
    {
        var spelled = new StringBuilder(text.Length + 4);
        for (int index = 0; index < text.Length; index++)
        {
            if (index > 0 && char.IsUpper(text[index]) && char.IsLower(text[index - 1]))
            {
                spelled.Append('_');
            }

            spelled.Append(char.ToLowerInvariant(text[index]));
        }

        return spelled.ToString();
    }
}
