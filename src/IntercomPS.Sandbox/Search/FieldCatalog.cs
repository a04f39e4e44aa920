using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Sandbox.Search;

/// <summary>The searchable fields of one kind of record.</summary>
internal sealed class FieldCatalog<T>
{
    private const string CustomPrefix = "custom_attributes.";

    private readonly Dictionary<string, SearchField<T>> _fields;
    private readonly Func<T, string, object?> _attribute;

    public FieldCatalog(IEnumerable<SearchField<T>> fields, Func<T, string, object?> attribute)
    {
        _fields = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        _attribute = attribute;
    }

    public IReadOnlyCollection<SearchField<T>> All => _fields.Values;

    /// <summary>Attributes that searches do not know, although records have them.</summary>
    public IReadOnlyCollection<string> UnknownAttributes { get; init; } = [];

    /// <summary>Finds a field by name; a custom attribute by its exact display name, spaces included.</summary>
    /// <returns>The field; null where there is none.</returns>
    public SearchField<T>? Find(string name)
    {
        if (_fields.TryGetValue(name, out SearchField<T>? field))
        {
            return field;
        }

        if (!name.StartsWith(CustomPrefix, StringComparison.Ordinal) || name.Length == CustomPrefix.Length)
        {
            return null;
        }

        string attribute = name[CustomPrefix.Length..];
        return UnknownAttributes.Contains(attribute) ? null : new SearchField<T>(name, FieldType.Custom) { Custom = record => _attribute(record, attribute) };
    }
}
