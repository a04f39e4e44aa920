using System;
using System.Collections.Generic;
using System.Management.Automation.Language;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads the fields of a filter: state, 'state', $_.State, custom_attributes.'Plan Name', $_.CustomAttributes['Plan Name'].</summary>
internal static class FieldReader
{
    /// <summary>Reads a field.</summary>
    /// <param name="element">What was written.</param>
    /// <param name="spot">Its place.</param>
    /// <returns>The field.</returns>
    /// <exception cref="FilterException">There is no such field.</exception>
    public static ConversationField Read(Ast element, FilterSpot spot)
    {
        if (element is ExpandableStringExpressionAst)
        {
            throw spot.Error(spot.Text is ['!', ..]
                ? "Put a space after !."
                : "The name of a field cannot hold variables.");
        }

        string name = NameOf(element)
            ?? throw spot.Error("A condition begins with a field: state -eq 'closed', or $_.State -eq 'closed'.");
        return ConversationFields.Find(name) ?? throw spot.Error(Unknown(name));
    }

    /// <summary>The field that something names.</summary>
    /// <param name="element">What was written.</param>
    /// <returns>Null where it names none.</returns>
    public static ConversationField? TryRead(Ast element) => NameOf(element) is { } name ? ConversationFields.Find(name) : null;

    private static string? NameOf(Ast element) => element switch
    {
        StringConstantExpressionAst text => text.Value,
        MemberExpressionAst or IndexExpressionAst => MemberName(element),
        _ => null,
    };

    private static string? MemberName(Ast element)
    {
        var parts = new Stack<string>();
        Ast at = element;
        while (true)
        {
            switch (at)
            {
                case InvokeMemberExpressionAst or MemberExpressionAst { Static: true }:
                    return null;
                case MemberExpressionAst { Member: StringConstantExpressionAst name } member:
                    parts.Push(name.Value);
                    at = member.Expression;
                    break;
                case IndexExpressionAst { Index: StringConstantExpressionAst name } index:
                    parts.Push(name.Value);
                    at = index.Target;
                    break;
                case VariableExpressionAst variable when IsRow(variable):
                    return string.Join(".", parts);
                default:
                    return null;
            }
        }
    }

    private static bool IsRow(VariableExpressionAst variable) => variable.VariablePath.UserPath is "_"
        || variable.VariablePath.UserPath.Equals("PSItem", StringComparison.OrdinalIgnoreCase);

    private static string Unknown(string name)
    {
        string plain = name.Replace("_", string.Empty);
        if (plain.StartsWith("customattributes", StringComparison.OrdinalIgnoreCase))
        {
            return "Name the attribute of the workspace: custom_attributes.'Plan Name', with its exact name.";
        }

        if (name.IndexOfAny(['=', '<', '>']) > 0)
        {
            return "Write a field, an operator such as -eq and a value, with spaces between them.";
        }

        string shown = Text.TerminalText.Sanitize(name.Length > 60 ? $"{name.Substring(0, 60)}…" : name);
        string hint = FieldDescription.DidYouMean(name.Length > 60 ? [] : ConversationFields.Nearest(name));
        return $"There is no field '{shown}'.{(hint.Length > 0 ? hint : " A workspace's own attribute is custom_attributes.'Its Name'.")}";
    }
}
