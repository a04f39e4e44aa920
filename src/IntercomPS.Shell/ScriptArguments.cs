using System;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;

namespace IntercomPS.Shell;

/// <summary>Turns the words of a command line into parameters of the script, as <c>pwsh -File</c> does.</summary>
internal static class ScriptArguments
{
    /// <summary><c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c>, <c>-Switch:$false</c> and positional values.</summary>
    internal static IReadOnlyList<CommandParameter> Parse(ReadOnlySpan<string> words)
    {
        var parameters = new List<CommandParameter>(words.Length);
        foreach (string word in words)
        {
            parameters.Add(IsParameterName(word) ? ParseName(word) : new CommandParameter(null, word));
        }

        return parameters;
    }

    /// <remarks>"-5" is a value.</remarks>
    private static bool IsParameterName(string word) =>
        word.Length > 1 && word[0] == '-' && (char.IsLetter(word[1]) || word[1] == '_');

    /// <remarks>
    /// A name that keeps its dash and has no value is what the parser would have made of the word: the binder decides
    /// whether it is a switch or takes the next word.
    /// </remarks>
    private static CommandParameter ParseName(string word)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new CommandParameter(word)
            : new CommandParameter(word[..(colon + 1)], ParseValue(word[(colon + 1)..]));
    }

    private static object ParseValue(string value) =>
        value.ToUpperInvariant() switch
        {
            "$TRUE" => true,
            "$FALSE" => false,
            _ => value,
        };
}
