using System.Collections.Generic;
using System.Management.Automation.Language;

namespace IntercomPS.Filtering;

/// <summary>Goes through the tokens of a filter for what the parser must be told: where groups begin, what stands between conditions.</summary>
internal sealed class FilterScan
{
    /// <summary>How deep groups and values may be nested.</summary>
    public const int MaxDepth = 100;

    private readonly FilterLayout _layout;
    private readonly List<(int Start, int End)> _gap = [];
    private Place _place = Place.Condition;
    private int _groupDepth;
    private int _valueDepth;
    private bool _startsCommand;
    private bool _isSure = true;

    private FilterScan(FilterLayout layout)
    {
        _layout = layout;
    }

    private enum Place
    {
        Condition,
        Operand,
        AfterGroup,
    }

    /// <summary>Where the content of each group begins, in the filter.</summary>
    public List<int> Groups { get; } = [];

    /// <summary>The comments and line breaks between conditions, in the filter, as far as it is sure that they are none of a text.</summary>
    public List<(int Start, int End)> Blanks { get; } = [];

    /// <summary>Where it is nested too deep; null where it is not.</summary>
    public FilterSpot? TooDeep { get; private set; }

    /// <summary>The first token that ends a command, such as ; or &gt;; null when there is none.</summary>
    public FilterSpot? Separator { get; private set; }

    /// <summary>Goes through the tokens.</summary>
    /// <param name="tokens">The parser's tokens.</param>
    /// <param name="layout">What was parsed.</param>
    /// <returns>What was found.</returns>
    public static FilterScan Of(Token[] tokens, FilterLayout layout)
    {
        var scan = new FilterScan(layout);
        foreach (Token token in tokens)
        {
            if (layout.IsOwn(token.Extent))
            {
                scan._startsCommand = false;
            }
            else if (token.Kind is not (TokenKind.LineContinuation or TokenKind.EndOfInput))
            {
                scan.Visit(token);
            }
        }

        return scan;
    }

    private void Visit(Token token)
    {
        if (token.Kind is TokenKind.NewLine or TokenKind.Comment)
        {
            if (_valueDepth == 0)
            {
                FilterSpot spot = _layout.SpotOf(token.Extent);
                _gap.Add((spot.Start, spot.End));
                _startsCommand |= token.Kind == TokenKind.NewLine;
            }

            return;
        }

        // What only ends the filter may stay.
        Blanks.AddRange(_isSure ? _gap : []);
        _gap.Clear();

        // Behind a start that is no command's, the parser reads an expression, in which c#x holds a comment.
        _isSure &= !_startsCommand || (token.TokenFlags & TokenFlags.CommandName) != 0;
        _startsCommand = false;
        if (_valueDepth > 0)
        {
            VisitInValue(token);
        }
        else
        {
            VisitBetween(token);
        }
    }

    private void VisitInValue(Token token)
    {
        if (Opens(token.Kind))
        {
            Deepen(token, ++_valueDepth);
        }
        else if (token.Kind is TokenKind.RParen or TokenKind.RCurly)
        {
            _valueDepth--;
        }
    }

    private void VisitBetween(Token token)
    {
        if (token.Kind == TokenKind.LParen && _place != Place.Operand)
        {
            Groups.Add(_layout.SpotOf(token.Extent).End);
            _place = Place.Condition;
            _startsCommand = true;
            Deepen(token, ++_groupDepth);
        }
        else if (Opens(token.Kind))
        {
            _place = Place.Operand;
            Deepen(token, ++_valueDepth);
        }
        else if (token.Kind == TokenKind.RParen)
        {
            _groupDepth--;
            _place = Place.AfterGroup;
        }
        else if (Separates(token.Kind))
        {
            Separator ??= _layout.SpotOf(token.Extent);
        }
        else if (FilterWords.IsJoin(token.Text))
        {
            _place = Place.Condition;
        }
        else if (_place == Place.Condition && !FilterWords.IsNot(token.Text))
        {
            _place = Place.Operand;
        }
    }

    private void Deepen(Token token, int depth)
    {
        if (depth > MaxDepth)
        {
            TooDeep ??= _layout.SpotOf(token.Extent);
        }
    }

    private static bool Opens(TokenKind kind) =>
        kind is TokenKind.LParen or TokenKind.AtParen or TokenKind.DollarParen or TokenKind.LCurly or TokenKind.AtCurly;

    private static bool Separates(TokenKind kind) => kind
        is TokenKind.Semi or TokenKind.Pipe or TokenKind.AndAnd or TokenKind.OrOr or TokenKind.Ampersand
        or TokenKind.Redirection or TokenKind.RedirectInStd;
}
