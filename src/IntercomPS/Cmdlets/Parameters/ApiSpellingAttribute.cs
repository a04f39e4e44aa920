using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Lets an enumeration's parameter take the API's spelling too: not_priority for NotPriority.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiSpellingAttribute : ArgumentTransformationAttribute
{
    /// <summary>Takes the underscores out of texts.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">What was given.</param>
    /// <returns>The same, for the engine to convert to the enumeration.</returns>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string text => text.Replace("_", string.Empty),
            IEnumerable items => items.Cast<object>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => inputData,
        };
    }

    /// <summary>An enumeration's value as the API spells it.</summary>
    /// <param name="value">The value, such as NotPriority.</param>
    /// <returns>Such as not_priority.</returns>
    internal static string Of(Enum value) => string.Concat(value.ToString().Select((letter, index) =>
        char.IsUpper(letter) ? (index > 0 ? "_" : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));
}
