using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Search;

/// <summary>Turns a parsed query into a predicate, and refuses unknown fields, operators and values of the wrong type.</summary>
internal sealed class FilterCompiler<T>
{
    private readonly FieldCatalog<T> _fields;
    private readonly bool _strict;

    public FilterCompiler(FieldCatalog<T> fields, bool strictComparison)
    {
        _fields = fields;
        _strict = strictComparison;
    }

    /// <summary>Whether a field that was compiled depends on <c>updated_at</c>.</summary>
    public bool DependsOnTouch { get; private set; }

    public Predicate<T> Compile(QueryNode node) => node switch
    {
        QueryGroup group => CompileGroup(group),
        QueryFilter filter => CompileFilter(filter),
        _ => throw new InvalidOperationException("Unknown kind of query node."),
    };

    private Predicate<T> CompileGroup(QueryGroup group)
    {
        Predicate<T>[] members = group.Members.Select(Compile).ToArray();
        return group.All
            ? record => Array.TrueForAll(members, m => m(record))
            : record => Array.Exists(members, m => m(record));
    }

    private Predicate<T> CompileFilter(QueryFilter filter)
    {
        SearchField<T> field = _fields.Find(filter.Field)
            ?? throw ApiException.InvalidParameter(filter.Field, $"'{filter.Field}' is not a searchable field");
        if (!field.Operators.Contains(filter.Operator))
        {
            throw ApiException.InvalidParameter(filter.Field, $"The operator '{filter.Operator}' is not supported for the field '{filter.Field}'");
        }

        DependsOnTouch |= field.DependsOnTouch;
        IReadOnlyList<JsonElement> values = ReadValues(filter);
        return field.Type switch
        {
            FieldType.Text => TextFilter.Compile(field, filter.Operator, values),
            FieldType.Number or FieldType.Date => NumberFilter.Compile(field, filter.Operator, values, _strict),
            FieldType.Flag => FlagFilter.Compile(field, filter.Operator, values),
            _ => CustomFilter.Compile(field, filter.Operator, values, _strict),
        };
    }

    private static JsonElement[] ReadValues(QueryFilter filter)
    {
        bool isArray = filter.Value.ValueKind == JsonValueKind.Array;
        if (SearchOperators.TakesArray(filter.Operator) != isArray)
        {
            string rule = isArray ? "takes a single value" : "takes an array of values";
            throw ApiException.InvalidParameter(filter.Field, $"The operator '{filter.Operator}' {rule}");
        }

        if (!isArray)
        {
            return [filter.Value];
        }

        return filter.Value.GetArrayLength() > 0
            ? filter.Value.EnumerateArray().ToArray()
            : throw ApiException.InvalidParameter(filter.Field, "The array of values is empty");
    }
}
