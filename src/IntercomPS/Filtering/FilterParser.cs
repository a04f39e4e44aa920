using System.Collections;
using System.Management.Automation;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Filtering;

/// <summary>Reads what a person asks for in PowerShell's own words.</summary>
/// <remarks>
/// The filter is parsed by PowerShell's parser and never executed as a whole. In a script block, values may be
/// expressions, which are evaluated in the scope of its caller; in a text, which may come from elsewhere, nothing is.
/// </remarks>
internal static class FilterParser
{
    /// <summary>Reads a filter.</summary>
    /// <param name="filter">A text or a script block.</param>
    /// <param name="scope">The scope of its variables.</param>
    /// <returns>What must hold of a conversation.</returns>
    /// <exception cref="InvalidQueryException">It is no filter; the message shows the place.</exception>
    public static Condition Parse(object filter, IFilterScope scope)
    {
        object plain = filter is PSObject wrapped ? wrapped.BaseObject : filter;
        return plain switch
        {
            string text => Parse(text, null, scope),
            ScriptBlock block => Parse(TextOf(block), block, scope is PSCmdletFilterScope callers ? callers.For(block) : scope),
            IEnumerable => throw new InvalidQueryException(
                "A filter is a script block or one text, not a list. Join the lines of a file: Get-Content -Raw; join conditions: $conditions -join ' -and '."),
            _ => throw new InvalidQueryException($"A filter is a script block or a text, not {FieldDescription.OfValue(plain)}: -Filter {{ state -eq 'closed' }}."),
        };
    }

    private static Condition Parse(string text, ScriptBlock? block, IFilterScope scope)
    {
        FilterSyntax syntax = FilterSyntax.Parse(text);
        return ConditionReader.Read(syntax, new ValueReader(syntax, block, scope), syntax.Elements, new FilterSpot(text, 0, text.Length));
    }

    /// <summary>What stands between the braces.</summary>
    private static string TextOf(ScriptBlock block)
    {
        string text = block.Ast.Extent.Text;
        return text.Length > 1 && text[0] == '{' && text[text.Length - 1] == '}' ? text.Substring(1, text.Length - 2) : text;
    }
}
