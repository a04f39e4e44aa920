using System;
using System.Management.Automation.Language;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace IntercomPS.Filtering;

/// <summary>PowerShell's parser for texts of strangers.</summary>
/// <remarks>
/// The parser itself minds its stack, but the checks that it makes afterwards walk the tree by recursion and end the process
/// on a chain such as $a.b.b.b… of some thousand members (PowerShell 7.6 on a stack of 1 MB). A text of up to 2,000 characters
/// cannot nest so deep; a longer one is parsed on a stack that holds the longest filter.
/// </remarks>
internal static class StackSafeParser
{
    private const int LongText = 2_000;
    private const int LargeStack = 64 * 1024 * 1024;

    /// <summary>Parses a text. Nothing of it is executed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="errors">What is wrong with it.</param>
    /// <returns>The tree.</returns>
    public static ScriptBlockAst Parse(string text, out Token[] tokens, out ParseError[] errors)
    {
        if (text.Length <= LongText)
        {
            return Parser.ParseInput(text, out tokens, out errors);
        }

        ScriptBlockAst? tree = null;
        Token[] found = [];
        ParseError[] wrong = [];
        ExceptionDispatchInfo? failure = null;

        void Parse()
        {
            try
            {
                tree = Parser.ParseInput(text, out found, out wrong);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception); // thrown to the caller: here it would end the process
            }
        }

        var thread = new Thread(Parse, LargeStack) { IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
        (tokens, errors) = (found, wrong);
        return tree!;
    }
}
