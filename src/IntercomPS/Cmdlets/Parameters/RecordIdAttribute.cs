using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes ids of one kind out of whatever holds them: texts, numbers, the module's own objects, rows of a file.</summary>
/// <remarks>
/// Without it the engine turns an object whose Id is a number into the text "@{Id=1; …}", since it
/// tries the whole object as a text before it tries the property (about_Command_Precedence of binding:
/// by value with conversion comes before by property name with conversion). And it would take the Id of
/// whatever comes, such as a conversation's for a contact's.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public abstract class RecordIdAttribute : ArgumentTransformationAttribute
{
    // Beyond it a double stands for several whole numbers: the id of another record.
    private const double LargestExactDouble = 9_007_199_254_740_991;

    private readonly string _kind;
    private readonly string[] _propertyNames;

    /// <summary>Makes the attribute of one kind of id.</summary>
    /// <param name="kind">What the ids are of, for the errors.</param>
    /// <param name="propertyNames">The properties that can hold one, the surest first.</param>
    private protected RecordIdAttribute(string kind, params string[] propertyNames)
    {
        _kind = kind;
        _propertyNames = propertyNames;
    }

    /// <summary>Takes out the ids.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">What was given.</param>
    /// <returns>An array of ids; empty where the input is known to have none, such as an unassigned conversation.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">Something given holds no id.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => IdsOf(inputData).ToArray();

    /// <summary>The ids that an object of the module holds.</summary>
    /// <param name="model">The object.</param>
    /// <returns>The ids, null among them for none; null where such an object holds no ids of the kind.</returns>
    private protected abstract IEnumerable<string?>? IdsOfModel(object model);

    /// <summary>The one id of an object.</summary>
    /// <param name="id">The id; null where it has none.</param>
    /// <returns>A list of it.</returns>
    private protected static IEnumerable<string?> One(string? id) => [id];

    /// <summary>Whether a property that is there but empty means that there is no id, rather than that the next property has it.</summary>
    private protected virtual bool EmptyMeansNone => true;

    /// <summary>The error for an object without an id.</summary>
    /// <param name="holder">The object; null where there is none.</param>
    /// <returns>The error.</returns>
    private protected virtual ArgumentTransformationMetadataException NoId(PSObject? holder)
    {
        string[] names = [_propertyNames[^1], .. _propertyNames.Take(_propertyNames.Length - 1)];
        return new ArgumentTransformationMetadataException(
            $"The input holds no {_kind} id: a text, a number, or an object with a property {string.Join(", ", names.Take(names.Length - 1))} or {names[^1]}.");
    }

    private IEnumerable<string> IdsOf(object? input)
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
                    $"The number is no {_kind} id: it has a fraction, or is too large to be exact. Give the id as a text.");
            case IEnumerable items when value is not (string or IDictionary):
                return items.Cast<object?>().SelectMany(IdsOf);
            default:
                return value?.GetType().Assembly == typeof(RecordIdAttribute).Assembly
                    ? (IdsOfModel(value) ?? throw NoId(PSObject.AsPSObject(input!))).Where(id => !string.IsNullOrEmpty(id)).Cast<string>()
                    : FromProperty(input);
        }
    }

    private IEnumerable<string> FromProperty(object? input)
    {
        if (input is null)
        {
            throw NoId(holder: null);
        }

        PSObject holder = PSObject.AsPSObject(input);
        foreach (string name in _propertyNames)
        {
            if (!TryFind(holder, name, out object? id))
            {
                continue;
            }

            if (id is null or "")
            {
                if (EmptyMeansNone)
                {
                    return [];
                }
            }
            else if (IdsOf(id).FirstOrDefault() is { } first)
            {
                return [first];
            }
        }

        throw NoId(holder);
    }

    /// <summary>By name whatever its capitals: unlike PowerShell's own hashtables, those of ConvertFrom-Json -AsHashtable tell them apart.</summary>
    private static bool TryFind(PSObject holder, string name, out object? value)
    {
        if (holder.BaseObject is IDictionary map)
        {
            object? key = map.Keys.Cast<object>().FirstOrDefault(candidate => string.Equals(candidate as string, name, StringComparison.OrdinalIgnoreCase));
            value = key is null ? null : map[key];
            return key is not null;
        }

        PSPropertyInfo? property = holder.Properties[name];
        value = property?.Value;
        return property is not null;
    }
}
