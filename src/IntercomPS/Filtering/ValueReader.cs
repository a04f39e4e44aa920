using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IntercomPS.Filtering;

/// <summary>Reads the values of a filter. In a text nothing is ever evaluated; in a script block what is no constant is, in its caller's scope.</summary>
internal sealed class ValueReader
{
    private readonly FilterSyntax _syntax;
    private readonly ScriptBlock? _block;
    private readonly IFilterScope _scope;

    /// <summary>Makes a reader.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="block">The filter, where it is a script block.</param>
    /// <param name="scope">The scope of its variables.</param>
    public ValueReader(FilterSyntax syntax, ScriptBlock? block, IFilterScope scope)
    {
        _syntax = syntax;
        _block = block;
        _scope = scope;
    }

    /// <summary>Reads a value.</summary>
    /// <param name="value">What was written.</param>
    /// <param name="isList">Whether 1..5 stands for five numbers.</param>
    /// <returns>A value, an array of values, or null.</returns>
    /// <exception cref="FilterException">It is none that a filter takes.</exception>
    public object? Read(Ast value, bool isList) => value switch
    {
        StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word => Word(word, isList),
        StringConstantExpressionAst text => text.Value,
        ConstantExpressionAst number => new WrittenNumber(number.Value, number.Extent.Text),
        VariableExpressionAst variable => Variable(variable),
        ArrayLiteralAst list => list.Elements.Select(item => Read(item, isList)).ToArray(),
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0 } inner] } } => Read(inner.Expression, isList),
        ArrayExpressionAst list when Items(list) is { } items => items.Select(item => Read(item, isList)).SelectMany(item => item is object?[] inner ? inner : [item]).ToArray(),
        BinaryExpressionAst { Operator: TokenKind.DotDot, Left: ConstantExpressionAst, Right: ConstantExpressionAst } range
            when NumberRange.TryRead(range.Extent.Text, out object[] numbers) => numbers,
        ExpandableStringExpressionAst text => Expandable(text),
        ScriptBlockExpressionAst => throw Error(value, "A script block is no value. Put an expression in parentheses."),
        HashtableAst => throw Error(value, "A hashtable is no value. Put several values into an array: @(1, 2)."),
        UsingExpressionAst => throw Error(value, "$using: has no meaning in a filter. Write the variable without it."),
        _ => Evaluate(value, value, value),
    };

    private object? Word(StringConstantExpressionAst word, bool isList)
    {
        string text = word.Value;
        if (text.Length > 0 && text[0] == '[')
        {
            return Typed(word);
        }

        if (isList && NumberRange.TryRead(text, out object[] numbers))
        {
            return numbers;
        }

        // In arguments, PowerShell takes -5 for a text.
        return text.Length > 1 && text[0] == '-' && NumberValue.TryRead(text, out object number) ? new WrittenNumber(number, text) : text;
    }

    /// <summary>[datetime]'2026-01-31', which in arguments is a text.</summary>
    private object? Typed(StringConstantExpressionAst word)
    {
        string text = word.Extent.Text;
        ScriptBlockAst script = StackSafeParser.Parse(text, out _, out ParseError[] errors);
        return errors.Length == 0 && script.EndBlock.Statements is [PipelineAst { PipelineElements: [CommandExpressionAst typed] }]
            ? Evaluate(word, typed.Expression, word)
            : throw Error(word, "This is no expression that PowerShell can read. Put it in parentheses, or quote it if it is a text.");
    }

    private object? Variable(VariableExpressionAst variable)
    {
        string path = variable.VariablePath.UserPath;
        return variable.Splatted ? throw Error(variable, $"Nothing can be splatted in a filter. Write ${path}.")
            : !ExpressionGuard.MustBeDefined(variable) ? Constant(variable)
            : _scope.TryGetVariable(path, out object? value) ? Unwrap(value)
            : throw Error(variable, $"The variable ${path} is not defined.");
    }

    private object? Constant(VariableExpressionAst variable) => variable.VariablePath.UserPath.ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        "NULL" => null,
        _ => Evaluate(variable, variable, variable),
    };

    private string Expandable(ExpandableStringExpressionAst text)
    {
        if (text.StringConstantType == StringConstantType.BareWord)
        {
            throw Error(text, "Put a text with variables in double quotes, and an expression in parentheses.");
        }

        // Variables of a drive, such as $env:X, are looked up by the engine like any expression.
        return ExpandableText.IsPlain(text)
            ? ExpandableText.Expand(text, nested => Variable((VariableExpressionAst)nested))
            : LanguagePrimitives.ConvertTo<string>(Evaluate(text.NestedExpressions.FirstOrDefault(nested => nested is not VariableExpressionAst) ?? text, text, text));
    }

    /// <summary>Evaluates an expression in the caller's scope.</summary>
    /// <param name="marked">What a text may not hold.</param>
    /// <param name="expression">The expression; its own place counts only where it was parsed as a part of the filter.</param>
    /// <param name="spot">Where it stands in the filter.</param>
    private object? Evaluate(Ast marked, Ast expression, Ast spot)
    {
        if (_block is null)
        {
            throw Error(marked, $"In a filter that is a text, {WhatIs(expression)} is not evaluated. Put the value into a variable, or write the filter as a script block: {{ … }}.");
        }

        ExpressionGuard.Check(_syntax, expression, IsDefined);
        try
        {
            return Unwrap(_scope.Evaluate(_block, expression.Extent.Text));
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw _syntax.SpotOf(spot).Error("The expression failed: " + Text.TerminalText.Sanitize(MessageOf(exception)), exception);
        }
    }

    /// <summary>The items of @(…) where each is an expression; null where the engine must make them.</summary>
    private static List<ExpressionAst>? Items(ArrayExpressionAst list)
    {
        var items = new List<ExpressionAst>();
        foreach (StatementAst statement in list.SubExpression.Statements)
        {
            if (statement is not PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0 } item] })
            {
                return null;
            }

            items.Add(item.Expression);
        }

        return items;
    }

    private bool IsDefined(string path) => _scope.TryGetVariable(path, out object? value)
        && (value is not null || !(path is "_" || path.Equals("PSItem", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What went wrong, without that the engine stopped because of it.</summary>
    private static string MessageOf(RuntimeException exception) =>
        exception is ActionPreferenceStopException { ErrorRecord.Exception: { } cause } ? cause.Message : exception.Message;

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private Querying.InvalidQueryException Error(Ast ast, string message) => _syntax.SpotOf(ast).Error(message);

    private static string WhatIs(Ast expression) => expression switch
    {
        VariableExpressionAst => "a variable of a drive",
        InvokeMemberExpressionAst => "a method",
        MemberExpressionAst => "a property",
        IndexExpressionAst => "an index",
        SubExpressionAst or ExpandableStringExpressionAst => "a subexpression",
        ConvertExpressionAst or TypeExpressionAst => "a type",
        ParenExpressionAst or ArrayExpressionAst => "a command",
        _ => "an expression",
    };
}
