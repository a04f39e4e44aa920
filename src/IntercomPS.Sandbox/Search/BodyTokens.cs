using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox.Search;

/// <summary>
/// The words of a first message. <c>source.body</c> is compared word by word, so that a value of two words
/// matches nothing (OpenAPI 2.16, searchConversations).
/// </summary>
internal static class BodyTokens
{
    private static readonly ConditionalWeakTable<SandboxText, string[]> Known = new();

    public static IReadOnlyList<string> Of(SandboxText text) => Known.GetValue(text, Split);

    private static string[] Split(SandboxText text)
    {
        var tokens = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var token = new StringBuilder();
        foreach (char character in text.Plain)
        {
            if (char.IsLetterOrDigit(character) || character == '\'')
            {
                token.Append(char.ToLowerInvariant(character));
                continue;
            }

            Flush(tokens, token);
        }

        Flush(tokens, token);
        return [.. tokens];
    }

    private static void Flush(HashSet<string> tokens, StringBuilder token)
    {
        if (token.Length > 0)
        {
            tokens.Add(token.ToString());
            token.Clear();
        }
    }
}
