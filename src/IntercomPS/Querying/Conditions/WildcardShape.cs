using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace IntercomPS.Querying.Conditions;

/// <summary>What a wildcard pattern says for certain: the literal pieces, and whether the text begins or ends with one.</summary>
/// <remarks>Wildcards as in PowerShell's about_Wildcards: * ? [set], and ` before a character that is meant as it is.</remarks>
internal sealed class WildcardShape
{
    private readonly List<string> _pieces = [];

    private WildcardShape()
    {
    }

    /// <summary>The literal pieces in their order; none of them is empty.</summary>
    public IReadOnlyList<string> Pieces => _pieces;

    /// <summary>Whether the text begins with the first piece.</summary>
    public bool HasStart { get; private set; }

    /// <summary>Whether the text ends with the last piece.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>Whether only pieces and * stand in the pattern.</summary>
    public bool HasStarsOnly { get; private set; } = true;

    /// <summary>Whether a bracket never closes, so that it is no pattern.</summary>
    public bool HasOpenSet { get; private set; }

    /// <summary>The piece where the pattern is *piece*; null otherwise.</summary>
    public string? Contained => HasStarsOnly && !HasStart && !HasEnd && _pieces.Count == 1 ? _pieces[0] : null;

    /// <summary>The longest piece; null where there is none.</summary>
    public string? Longest => _pieces.OrderByDescending(piece => piece.Length).FirstOrDefault();

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Its shape.</returns>
    public static WildcardShape Of(string pattern)
    {
        var shape = new WildcardShape();
        var piece = new StringBuilder();
        bool open = false;
        for (int index = 0; index < pattern.Length; index++)
        {
            char letter = pattern[index];
            if (letter == '`' && index + 1 < pattern.Length)
            {
                piece.Append(pattern[++index]);
                continue;
            }

            int width = letter is '*' or '?' ? 1 : letter == '[' ? WidthOfSet(pattern, index) : 0;
            if (width == 0)
            {
                piece.Append(letter);
                continue;
            }

            shape.HasStarsOnly &= letter == '*';
            shape.HasOpenSet |= index + width > pattern.Length;
            shape.Add(piece, startsHere: !open);
            open = true;
            index += width - 1;
        }

        shape.HasEnd = piece.Length > 0;
        shape.Add(piece, startsHere: !open);
        return shape;
    }

    private void Add(StringBuilder piece, bool startsHere)
    {
        if (piece.Length > 0)
        {
            HasStart |= startsHere;
            _pieces.Add(piece.ToString());
            piece.Clear();
        }
    }

    /// <summary>How many characters a set takes; one more than there are where its bracket never closes.</summary>
    private static int WidthOfSet(string pattern, int start)
    {
        for (int index = start + 1; index < pattern.Length; index++)
        {
            if (pattern[index] == '`')
            {
                index++;
            }
            else if (pattern[index] == ']' && index > start + 1)
            {
                return index - start + 1; // a first ] is a member of the set
            }
        }

        return pattern.Length - start + 1;
    }
}
