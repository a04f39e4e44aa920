using System;
using System.Collections.Generic;
using System.Management.Automation.Language;

namespace IntercomPS.Filtering;

/// <summary>Looks at an expression before it is evaluated in the caller's scope: it must make a value and change nothing by itself.</summary>
internal sealed class ExpressionGuard
{
    // The engine compiles expressions by recursion.
    private const int MaxDepth = 200;

    private static readonly HashSet<string> Constants = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null" };

    private readonly FilterSyntax _syntax;
    private readonly Func<string, bool> _isDefined;
    private readonly Ast _root;

    private ExpressionGuard(FilterSyntax syntax, Ast root, Func<string, bool> isDefined)
    {
        _syntax = syntax;
        _root = root;
        _isDefined = isDefined;
    }

    /// <summary>Checks an expression.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="root">The expression.</param>
    /// <param name="isDefined">Whether there is a variable.</param>
    /// <exception cref="FilterException">It assigns, is more than one expression or pipeline, or has a variable that is not defined.</exception>
    public static void Check(FilterSyntax syntax, Ast root, Func<string, bool> isDefined) =>
        root.Find(new ExpressionGuard(syntax, root, isDefined).Visit, searchNestedScriptBlocks: false);

    /// <summary>The variables that are no constants and belong to the shell's own variables.</summary>
    /// <param name="variable">A variable.</param>
    /// <returns>True where it must be defined.</returns>
    public static bool MustBeDefined(VariableExpressionAst variable) =>
        !variable.VariablePath.IsDriveQualified && !Constants.Contains(variable.VariablePath.UserPath);

    private bool Visit(Ast ast)
    {
        int depth = 0;
        for (Ast? up = ast; up is not null && !ReferenceEquals(up, _root); up = up.Parent)
        {
            depth++;
        }

        string? problem = depth > MaxDepth ? "This expression is nested too deep. Put its value into a variable before." : Problem(ast);
        return problem is null ? false : throw _syntax.SpotOf(ast).Error(problem);
    }

    private string? Problem(Ast ast) => ast switch
    {
        AssignmentStatementAst or UnaryExpressionAst
        {
            TokenKind: TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.PostfixPlusPlus or TokenKind.PostfixMinusMinus,
        } => "A filter does not assign. Set the variable before.",
        UsingExpressionAst => "$using: has no meaning in a filter. Write the variable without it.",
        StatementAst and not (CommandBaseAst or PipelineAst) => "A value is one expression or pipeline. Put its value into a variable before.",
        StatementBlockAst { Statements.Count: > 1 } or StatementBlockAst { Traps.Count: > 0 } => "A value is one expression or pipeline. Put its value into a variable before.",
        VariableExpressionAst variable when MustBeDefined(variable) && !_isDefined(variable.VariablePath.UserPath) =>
            $"The variable ${variable.VariablePath.UserPath} is not defined.",
        _ => null,
    };
}
