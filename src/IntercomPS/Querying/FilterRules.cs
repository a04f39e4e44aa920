using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Querying;

/// <summary>What a single filter must be, so that the server neither refuses it nor silently finds nothing.</summary>
internal static class FilterRules
{
    /// <summary>Checks one filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <exception cref="InvalidQueryException">The field, the operator or the value is not one that the server takes.</exception>
    public static void Validate(QueryFilter filter)
    {
        SearchFieldType type = SearchField.TypeOf(filter.Field) ?? throw UnknownField(filter.Field);
        if (!SearchOperator.Exists(filter.Operator))
        {
            throw new InvalidQueryException(
                $"'{filter.Operator}' is no operator of Intercom's search. {TakesSentence(filter.Field, type)}");
        }

        if (!SearchOperator.For(type).Contains(filter.Operator))
        {
            throw new InvalidQueryException(
                $"The field '{filter.Field}' does not take the operator '{filter.Operator}'. {TakesSentence(filter.Field, type)}");
        }

        if (SearchOperator.TakesList(filter.Operator))
        {
            ValidateList(filter, type);
        }
        else if (filter.Value is IEnumerable and not string)
        {
            throw new InvalidQueryException(
                $"The filter on '{filter.Field}' has a list of values; with a list, use the operator IN or NIN.");
        }
        else
        {
            ValidateValue(filter.Field, type, filter.Value);
        }
    }

    private static void ValidateList(QueryFilter filter, SearchFieldType type)
    {
        if (filter.Value is not IEnumerable values || filter.Value is string)
        {
            throw new InvalidQueryException($"The operator {filter.Operator} on '{filter.Field}' needs a list of values.");
        }

        bool empty = true;
        foreach (object? value in values)
        {
            empty = false;
            ValidateValue(filter.Field, type, value);
        }

        if (empty)
        {
            throw new InvalidQueryException($"The list of values of the filter on '{filter.Field}' is empty.");
        }
    }

    private static void ValidateValue(string field, SearchFieldType type, object? value)
    {
        bool fits = value is null || type switch
        {
            SearchFieldType.Integer or SearchFieldType.Date => IsWhole(value),
            SearchFieldType.Boolean => value is bool || (value is string text && bool.TryParse(text, out _)),
            _ => value is string or bool or int or long or short or byte or double or decimal,
        };
        if (!fits)
        {
            throw new InvalidQueryException(
                $"The field '{field}' is of the type {Describe(type)}; '{Convert.ToString(value, CultureInfo.InvariantCulture)}' is none.");
        }

        if (type == SearchFieldType.Date && value is not null && ToWhole(value) >= QueryLimits.FirstTimeTooLate)
        {
            throw new InvalidQueryException(
                $"The value of '{field}' looks like milliseconds; Intercom wants seconds since 1970 and would find nothing.");
        }
    }

    private static bool IsWhole(object value) =>
        value is int or long or short or byte
        || (value is double number && Math.Floor(number).Equals(number) && Math.Abs(number) < 1e15)
        || (value is decimal money && decimal.Truncate(money) == money && Math.Abs(money) < 1_000_000_000_000_000m)
        || (value is string text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static long ToWhole(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static InvalidQueryException UnknownField(string field)
    {
        IReadOnlyList<string> nearest = SearchField.Nearest(field);
        string hint = nearest.Count > 0
            ? $"Did you mean {string.Join(" or ", nearest.Select(name => $"'{name}'"))}?"
            : $"A workspace's own attribute is '{SearchField.CustomAttributePrefix}' and its exact name.";
        return new InvalidQueryException($"Intercom's search has no field '{field}'. {hint}");
    }

    private static string TakesSentence(string field, SearchFieldType type) =>
        $"'{field}' is of the type {Describe(type)} and takes: {string.Join(" ", SearchOperator.For(type))}.";

    private static string Describe(SearchFieldType type) => type switch
    {
        SearchFieldType.Integer => "whole number",
        SearchFieldType.Date => "time in seconds since 1970",
        SearchFieldType.Boolean => "boolean",
        SearchFieldType.String => "text",
        _ => "custom attribute",
    };
}
