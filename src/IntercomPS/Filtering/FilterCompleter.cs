using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IntercomPS.Filtering;

/// <summary>Completes fields, operators and words in a -Filter that is a text.</summary>
/// <remarks>
/// PowerShell (7.6) completes inside of a script block by itself, as if it were a script, and asks nobody. For a text, closed or not,
/// it hands over the whole of it between quotes with the quotes inside already read, and replaces the whole of it.
/// </remarks>
internal sealed class FilterCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete ?? string.Empty;
        char quote = word.Length > 0 && word[0] is '\'' or '"' ? word[0] : '\0';
        string filter = quote == '\0' ? word : word.Substring(1, Math.Max(0, word.Length - (word.Length > 1 && word[word.Length - 1] == quote ? 2 : 1)));

        // In double quotes nobody can tell a variable from a dollar sign that was escaped.
        bool isUnclear = quote == '"' && filter.IndexOfAny(['$', '`']) >= 0;
        return isUnclear || filter.Length > FilterSyntax.MaxLength ? [] : Complete(filter, quote == '"' ? '"' : '\'');
    }

    private static IEnumerable<CompletionResult> Complete(string filter, char quote)
    {
        CompletionPlace place = CompletionPlace.AtEndOf(filter);
        string before = filter.Substring(0, place.Start);
        return place.Candidates(withDollar: quote == '\'').Select(candidate => new CompletionResult(
            quote + (before + candidate.Text).Replace(quote.ToString(), new string(quote, 2)) + quote,
            candidate.Text,
            CompletionResultType.ParameterValue,
            candidate.Hint));
    }
}
