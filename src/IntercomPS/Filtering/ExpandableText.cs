using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;

namespace IntercomPS.Filtering;

/// <summary>Puts plain variables into a text in double quotes, without the engine running any of it.</summary>
internal static class ExpandableText
{
    /// <summary>Whether a text holds nothing but plain variables.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False for subexpressions and the like.</returns>
    public static bool IsPlain(ExpandableStringExpressionAst text) =>
        text.NestedExpressions.All(nested => nested is VariableExpressionAst { Splatted: false });

    /// <summary>Puts the variables in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Gives the value of a variable.</param>
    /// <returns>The text that the engine would make.</returns>
    public static string Expand(ExpandableStringExpressionAst text, System.Func<ExpressionAst, object?> read)
    {
        bool isHereString = text.StringConstantType == StringConstantType.DoubleQuotedHereString;
        string written = text.Extent.Text;
        int start = isHereString ? written.IndexOf('\n') + 1 : 1;
        int end = isHereString ? written.LastIndexOf('\n') : written.Length - 1;
        end -= isHereString && end > start && written[end - 1] == '\r' ? 1 : 0;

        var expanded = new StringBuilder();
        foreach (ExpressionAst nested in text.NestedExpressions)
        {
            int from = nested.Extent.StartOffset - text.Extent.StartOffset;
            expanded.Append(Constant(written.Substring(start, from - start), isHereString)).Append(TextOf(read(nested)));
            start = from + nested.Extent.Text.Length;
        }

        return expanded.Append(Constant(written.Substring(start, end - start), isHereString)).ToString();
    }

    /// <summary>A part between variables, with its escapes read by PowerShell's own parser.</summary>
    private static string Constant(string part, bool isHereString)
    {
        if (part.IndexOfAny(['`', '"', '\u201C', '\u201D', '\u201E', '$']) < 0)
        {
            return part;
        }

        string quoted = isHereString ? "@\"\n" + part + "\n\"@" : "\"" + part + "\"";
        ScriptBlockAst script = Parser.ParseInput(quoted, out _, out _);
        return script.EndBlock.Statements is [PipelineAst { PipelineElements: [CommandExpressionAst { Expression: StringConstantExpressionAst constant }] }]
            ? constant.Value
            : part;
    }

    private static string TextOf(object? value) => (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);
}
