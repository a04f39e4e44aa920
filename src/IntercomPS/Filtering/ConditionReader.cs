using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads conditions from the words of a filter or group. As in PowerShell, -and and -or bind alike and go from left to right.</summary>
internal sealed class ConditionReader
{
    private readonly FilterSyntax _syntax;
    private readonly ValueReader _values;
    private readonly IReadOnlyList<CommandElementAst> _elements;
    private int _at;

    private ConditionReader(FilterSyntax syntax, ValueReader values, IReadOnlyList<CommandElementAst> elements)
    {
        _syntax = syntax;
        _values = values;
        _elements = elements;
    }

    private CommandElementAst? Current => _at < _elements.Count ? _elements[_at] : null;

    private CommandElementAst Previous => _elements[_at - 1];

    /// <summary>Reads a whole filter or group.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="values">Reads its values.</param>
    /// <param name="elements">The words.</param>
    /// <param name="whole">The place of all of it.</param>
    /// <returns>What must hold.</returns>
    /// <exception cref="FilterException">The words make no condition.</exception>
    public static Condition Read(FilterSyntax syntax, ValueReader values, IReadOnlyList<CommandElementAst> elements, FilterSpot whole) =>
        elements.Count == 0
            ? throw whole.Error("There is no condition here. Write one such as state -eq 'closed'.")
            : new ConditionReader(syntax, values, elements).ReadJoined();

    private Condition ReadJoined()
    {
        Condition left = ReadCondition();
        List<Condition>? parts = null;
        bool isAnd = false;
        int changes = 0;
        while (Current is { } join)
        {
            bool and = FilterWords.IsAnd(WordOf(join));
            if (!FilterWords.IsJoin(WordOf(join)))
            {
                throw OperandProblem.NoJoin(_syntax, Previous, join);
            }

            _at++;
            Condition right = ReadCondition();
            if (parts is null || and != isAnd)
            {
                // Each change nests what stands before it.
                if (++changes > FilterScan.MaxDepth)
                {
                    throw _syntax.SpotOf(join).Error($"-and and -or alternate more than {FilterScan.MaxDepth} times. Put what belongs together in parentheses.");
                }

                left = parts is null ? left : Join(parts, isAnd);
                parts = [left];
                isAnd = and;
            }

            parts.Add(right);
        }

        return parts is null ? left : Join(parts, isAnd);
    }

    private static Condition Join(List<Condition> parts, bool isAnd) => isAnd ? new AllOf(parts) : new AnyOf(parts);

    private Condition ReadCondition()
    {
        bool negated = false;
        while (Current is { } word && FilterWords.IsNot(WordOf(word)))
        {
            negated = !negated;
            _at++;
        }

        if (Current is not { } first)
        {
            throw _syntax.SpotOf(Previous).Error($"After {_syntax.SpotOf(Previous).Text} a condition is missing.");
        }

        _at++;
        Condition condition = first switch
        {
            ParenExpressionAst group => ReadGroup(group),
            CommandParameterAst parameter => throw OperandProblem.NoField(_syntax, parameter),
            StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word when word.Value.Length > 1 && word.Value[0] == '!' =>
                throw _syntax.SpotOf(word).Error("Put a space after !."),
            _ => ReadComparison(first),
        };
        return negated ? new Negation(condition) : condition;
    }

    private Condition ReadGroup(ParenExpressionAst group)
    {
        Condition inner = Read(_syntax, _values, _syntax.ElementsOf(group), _syntax.SpotOf(group));
        return Current is CommandParameterAst next && FilterWords.TryCompare(WordOf(next), out _)
            ? throw _syntax.SpotOf(next).Error($"A group in parentheses is not compared. Write the field without parentheses before {WordOf(next)}.")
            : inner;
    }

    private Condition ReadComparison(CommandElementAst first)
    {
        ConversationField field = ReadField(first);
        if (Current is not { } next || FilterWords.IsJoin(WordOf(next)))
        {
            return field.Kind == FieldKind.Boolean
                ? new Comparison(field, ComparisonOperator.EqualTo, [true], _syntax.SpotOf(first))
                : throw _syntax.SpotOf(first).Error($"An operator and a value are missing. {FieldDescription.OperatorsOf(field)}");
        }

        string word = WordOf(next);
        _at++;
        if (!FilterWords.TryCompare(word, out (ComparisonOperator Operator, bool Negated, bool TakesList) found))
        {
            throw OperandProblem.NoOperator(_syntax, field, next, word);
        }

        if (!field.Operators.Contains(word.ToLowerInvariant().Replace(word[0], '-')))
        {
            throw _syntax.SpotOf(next).Error($"'{field.Name}' does not take {word}. {FieldDescription.OperatorsOf(field)}");
        }

        CommandElementAst value = ReadOperand(field, next, word);
        Condition condition = Build(field, found, value);
        return found.Negated ? new Negation(condition) : condition;
    }

    private ConversationField ReadField(CommandElementAst first)
    {
        FilterSpot spot = _syntax.SpotOf(first);
        return _at + 1 < _elements.Count && FieldReader.TryRead(first) is null && FieldReader.TryRead(_elements[_at + 1]) is { } other
            && FilterWords.TryCompare(WordOf(_elements[_at]), out _) && !IsMisspelt(first, other, _elements[_at + 1])
            ? throw spot.Error($"The field comes first: {other.Name} {WordOf(_elements[_at])} …")
            : FieldReader.Read(first, spot);
    }

    /// <summary>Whether a field was meant that does not exist: sate -eq 'open', though there is a field 'open' too.</summary>
    private static bool IsMisspelt(CommandElementAst first, ConversationField other, CommandElementAst second) =>
        first is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word
        && !other.Words.Contains(word.Value)
        && (second is StringConstantExpressionAst { StringConstantType: not StringConstantType.BareWord } || ConversationFields.Nearest(word.Value).Count > 0);

    private CommandElementAst ReadOperand(ConversationField field, CommandElementAst op, string word)
    {
        if (op is CommandParameterAst { Argument: not null })
        {
            throw _syntax.SpotOf(op).Error($"Put a space instead of the colon behind {word}.");
        }

        if (Current is not { } value || FilterWords.IsJoin(WordOf(value)))
        {
            throw _syntax.SpotOf(op).Error($"After {word} a value is missing. '{field.Name}' is {FieldDescription.Of(field)}.");
        }

        _at++;
        return value is CommandParameterAst parameter
            ? throw _syntax.SpotOf(parameter).Error($"After {word} a value is missing: {WordOf(parameter)} looks like an operator. Quote it if it is a text.")
            : value;
    }

    private Condition Build(ConversationField field, (ComparisonOperator Operator, bool Negated, bool TakesList) found, CommandElementAst value)
    {
        if (Current is ParenExpressionAst arguments)
        {
            OperandProblem.ThrowIfCall(_syntax, value, arguments);
        }

        FilterSpot spot = _syntax.SpotOf(value);
        object? read = _values.Read(value, found.TakesList);
        try
        {
            return found.TakesList ? ComparisonBuilder.Any(field, read, spot) : ComparisonBuilder.One(field, found.Operator, read, spot);
        }
        catch (FieldValueException exception)
        {
            string hint = value is StringConstantExpressionAst { StringConstantType: not StringConstantType.BareWord } ? string.Empty
                : FieldReader.TryRead(value) is not null ? " A field cannot be compared with another one."
                : spot.Text.StartsWith("Get-", StringComparison.OrdinalIgnoreCase) ? $" A command stands in parentheses: ({spot.Text})."
                : string.Empty;
            throw spot.Error(exception.Message + hint, exception);
        }
    }

    private static string WordOf(CommandElementAst element) => element switch
    {
        CommandParameterAst { Argument: null } parameter => parameter.Extent.Text,
        CommandParameterAst parameter => "-" + parameter.ParameterName,
        StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word => word.Value,
        _ => string.Empty,
    };
}
