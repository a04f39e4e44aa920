using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>The names of fields as they are offered to someone who types.</summary>
internal static class FieldNames
{
    private const string RowVariable = "$_.";

    /// <summary>The fields that begin with what was typed: in the API's spelling, or in that of the object's properties where a capital or $_. was typed.</summary>
    /// <param name="typed">What was typed.</param>
    /// <returns>Names, each with what the field is.</returns>
    public static IEnumerable<(string Text, string Hint)> StartingWith(string typed)
    {
        bool isRow = typed.StartsWith(RowVariable, StringComparison.Ordinal);
        string name = isRow ? typed.Substring(RowVariable.Length) : typed;
        bool isPascal = isRow || (name.Length > 0 && char.IsUpper(name[0]));
        string key = KeyOf(name);
        return from field in ConversationFields.All
               let names = new[] { field.Name }.Concat(field.Aliases)
               let found = names.FirstOrDefault(candidate => KeyOf(candidate).StartsWith(key, StringComparison.OrdinalIgnoreCase))
               where found is not null
               orderby found.StartsWith(name, StringComparison.OrdinalIgnoreCase) descending
               select ((isRow ? RowVariable : string.Empty) + (isPascal ? PascalCase(found) : found), FieldDescription.OperatorsOf(field));
    }

    /// <summary>A field's name without quotes and without $_.</summary>
    /// <param name="written">How it was written.</param>
    /// <returns>The name.</returns>
    public static string Bare(string written) =>
        (written.StartsWith(RowVariable, StringComparison.Ordinal) ? written.Substring(RowVariable.Length) : written).Trim('\'', '"');

    private static string KeyOf(string name) => name.Replace("_", string.Empty).Replace(".", string.Empty);

    private static string PascalCase(string name) =>
        string.Concat(name.Split('_', '.').Select(part => part.Length == 0 ? part : char.ToUpper(part[0], CultureInfo.InvariantCulture) + part.Substring(1)));
}
