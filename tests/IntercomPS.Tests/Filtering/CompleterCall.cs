using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using IntercomPS.Filtering;

namespace IntercomPS.Tests.Filtering;

/// <summary>Calls the completer as the engine does.</summary>
internal static class CompleterCall
{
    private static readonly CommandAst Command =
        (CommandAst)Parser.ParseInput("Test-Filter", out _, out _).Find(ast => ast is CommandAst, searchNestedScriptBlocks: false);

    internal static IReadOnlyList<CompletionResult> Complete(string word) =>
        [.. new FilterCompleter().CompleteArgument("Test-Filter", "Filter", word, Command, new Hashtable())];
}
