using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.Querying;
using IntercomPS.Text;
using Column = IntercomPS.Export.ExportColumn<IntercomPS.Conversation>;

namespace IntercomPS.Export;

/// <summary>Finds the columns that a user asked for by name.</summary>
internal static class ColumnChoice
{
    /// <summary>Chooses among all the columns, whatever the schema.</summary>
    /// <param name="names">
    /// Names in any case, with or without underscores (contact_email, ContactEmail), with * and ? as
    /// wildcards. The conversation's own property names work too: Id, TimeToFirstReply.
    /// </param>
    /// <returns>The columns in the order asked for, each once.</returns>
    /// <exception cref="UnknownExportColumnException">A name or pattern fits no column.</exception>
    public static IReadOnlyList<Column> Choose(IEnumerable<string> names)
    {
        var chosen = new List<Column>();
        foreach (string name in names)
        {
            List<Column> found = Find(name);
            if (found.Count == 0)
            {
                throw new UnknownExportColumnException(name, Nearest(name));
            }

            chosen.AddRange(found.Where(column => !chosen.Contains(column)));
        }

        return chosen;
    }

    /// <summary>Whether an export of these columns needs the contacts' email addresses.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>True when contact_email is among them.</returns>
    public static bool NeedsContactEmail(IEnumerable<Column> columns) =>
        columns.Any(column => column.Name == ConversationColumns.ContactEmail);

    private static List<Column> Find(string name)
    {
        string sought = Simplify(name);
        if (!NamePattern.HasWildcard(sought))
        {
            return ConversationColumns.Full
                .Where(column => Keys(column).Contains(sought, StringComparer.Ordinal))
                .Take(1)
                .ToList();
        }

        Regex pattern = NamePattern.ToRegex(sought);
        return ConversationColumns.Full
            .Where(column => Keys(column).Any(pattern.IsMatch))
            .ToList();
    }

    private static IEnumerable<string> Keys(Column column)
    {
        string key = Simplify(column.Name);
        yield return key;
        if (column.Kind == ExportValueKind.Seconds)
        {
            yield return key.Substring(0, key.Length - "seconds".Length);
        }

        if (column.Name == "conversation_id")
        {
            yield return "id";
        }
    }

    private static string Simplify(string name) => name.Trim().Replace("_", string.Empty).ToLowerInvariant();

    private static string[] Nearest(string name)
    {
        string sought = Simplify(name);
        return ConversationColumns.Full
            .Select(column => (column.Name, Distance: Keys(column).Min(key => Distance(sought, key))))
            .OrderBy(candidate => candidate.Distance)
            .Take(3)
            .Select(candidate => candidate.Name)
            .ToArray();
    }

    /// <summary>A name that is part of the column's counts as nearest.</summary>
    private static int Distance(string sought, string key) =>
        sought.Length > 2 && key.Contains(sought) ? 0 : EditDistance.Between(sought, key);
}
