using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using IntercomPS.Export;

namespace IntercomPS.Cmdlets.Completion;

/// <summary>Completes the names of an export's columns, as they stand in the file and on the object.</summary>
public sealed class ColumnNameCompleter : IArgumentCompleter
{
    /// <summary>Completes a column's name.</summary>
    /// <param name="commandName">Not used.</param>
    /// <param name="parameterName">Not used.</param>
    /// <param name="wordToComplete">What stands there so far.</param>
    /// <param name="commandAst">Not used.</param>
    /// <param name="fakeBoundParameters">Not used.</param>
    /// <returns>The names.</returns>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var names = new List<(string Name, string Tip)>();
        foreach (ExportColumn<Conversation> column in ConversationColumns.Full)
        {
            names.Add((column.Name, $"The column {column.Name}"));
            string property = PropertyName(column);
            if (!string.Equals(property, column.Name, StringComparison.OrdinalIgnoreCase))
            {
                names.Add((property, $"The column {column.Name}, by its name on the object"));
            }
        }

        return CompletionText.Complete(wordToComplete, names);
    }

    /// <summary>TimeToFirstReply for time_to_first_reply_seconds: what ColumnChoice takes too.</summary>
    private static string PropertyName(ExportColumn<Conversation> column)
    {
        if (column.Name == "conversation_id")
        {
            return nameof(Conversation.Id);
        }

        IEnumerable<string> words = column.Name.Split('_');
        words = column.Kind == ExportValueKind.Seconds ? words.Take(words.Count() - 1) : words;
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }
}
