using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes conversation ids out of whatever holds them: texts, numbers, conversations, parts, rows of an export.</summary>
/// <remarks>
/// Without it the engine turns an object whose Id is a number into the text "@{Id=1; …}", since it
/// tries the whole object as a text before it tries the property (about_Command_Precedence of binding:
/// by value with conversion comes before by property name with conversion).
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConversationIdAttribute : ArgumentTransformationAttribute
{
    // Beyond it a double stands for several whole numbers: the id of another conversation.
    private const double LargestExactDouble = 9_007_199_254_740_991;

    private static readonly string[] PropertyNames = ["ConversationId", "conversation_id", "Id"];

    /// <summary>Takes out the ids.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">What was given.</param>
    /// <returns>An array of ids.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">Something given holds no id.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => IdsOf(inputData).ToArray();

    private static IEnumerable<string> IdsOf(object? input)
    {
        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        switch (value)
        {
            case string text when text.Trim().Length > 0:
                return [text.Trim()];
            case int or long or uint or ulong:
                return [Convert.ToString(value, CultureInfo.InvariantCulture)!];
            case decimal number when decimal.Truncate(number) == number:
                return [number.ToString("0", CultureInfo.InvariantCulture)];
            case double number when Math.Truncate(number) == number && Math.Abs(number) <= LargestExactDouble:
                return [((long)number).ToString(CultureInfo.InvariantCulture)];
            case decimal or double:
                throw new ArgumentTransformationMetadataException(
                    "The number is no conversation id: it has a fraction, or is too large to be exact. Give the id as a text.");
            case Conversation conversation:
                return [conversation.Id];
            case ConversationPart part:
                return [part.ConversationId];
            case IEnumerable items when value is not (string or IDictionary):
                return items.Cast<object?>().SelectMany(IdsOf);
            default:
                return [FromProperty(input)];
        }
    }

    private static string FromProperty(object? input)
    {
        if (input is not null)
        {
            PSObject holder = PSObject.AsPSObject(input);
            foreach (string name in PropertyNames)
            {
                object? id = holder.BaseObject is IDictionary map ? Find(map, name) : holder.Properties[name]?.Value;
                if (id is not null && IdsOf(id).FirstOrDefault() is { } first)
                {
                    return first;
                }
            }
        }

        throw new ArgumentTransformationMetadataException("The input holds no conversation id: a text, a number, or an object with a property Id, ConversationId or conversation_id.");
    }

    /// <summary>By name whatever its capitals: unlike PowerShell's own hashtables, those of ConvertFrom-Json -AsHashtable tell them apart.</summary>
    private static object? Find(IDictionary map, string name) => map.Keys.Cast<object>()
        .Where(key => string.Equals(key as string, name, StringComparison.OrdinalIgnoreCase))
        .Select(key => map[key])
        .FirstOrDefault();
}
