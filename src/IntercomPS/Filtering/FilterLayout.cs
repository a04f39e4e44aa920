using System.Collections.Generic;
using System.Management.Automation.Language;
using System.Text;

namespace IntercomPS.Filtering;

/// <summary>
/// A filter as PowerShell's parser is to read it: as the arguments of a command, so that words need no quotes and
/// <c>-eq</c> stays a word of ours.
/// </summary>
/// <remarks>
/// The name of a command that is never called stands before the filter and at the start of every group. Comments and
/// line breaks between conditions, which would end the command, become blanks.
/// </remarks>
internal sealed class FilterLayout
{
    private const string CommandName = "_ ";

    private readonly string _source;
    private readonly IReadOnlyList<int> _commands;

    /// <summary>Lays out a filter.</summary>
    /// <param name="source">The filter.</param>
    /// <param name="commands">Where a command begins: offsets in the filter, ascending.</param>
    /// <param name="blanks">What to blank out: offsets in the filter, ascending.</param>
    public FilterLayout(string source, IReadOnlyList<int> commands, IReadOnlyList<(int Start, int End)> blanks)
    {
        _source = source;
        _commands = commands;
        Text = Insert(blanks.Count == 0 ? source : BlankOut(source, blanks));
    }

    /// <summary>What PowerShell's parser reads.</summary>
    public string Text { get; }

    /// <summary>Whether a token is not the filter's but of the layout.</summary>
    /// <param name="extent">The token's place.</param>
    /// <returns>True for a command name put in.</returns>
    public bool IsOwn(IScriptExtent extent)
    {
        int index = CommandsBefore(extent.StartOffset + 1) - 1;
        return index >= 0 && extent.StartOffset == _commands[index] + (index * CommandName.Length);
    }

    /// <summary>The place in the filter of what the parser found.</summary>
    /// <param name="extent">The parser's place.</param>
    /// <returns>The filter's place.</returns>
    public FilterSpot SpotOf(IScriptExtent extent) => Spot(ToSource(extent.StartOffset), ToSource(extent.EndOffset));

    /// <summary>A place in the filter.</summary>
    /// <param name="start">The offset of its first character.</param>
    /// <param name="end">The offset behind its last one.</param>
    /// <returns>The place.</returns>
    public FilterSpot Spot(int start, int end) => new(_source, start, end < start ? start : end);

    /// <summary>The offset in the filter of one in the text.</summary>
    /// <param name="offset">An offset in the text.</param>
    /// <returns>The offset in the filter.</returns>
    public int ToSource(int offset)
    {
        int before = CommandsBefore(offset);
        int mapped = offset - (before * CommandName.Length);
        int source = before > 0 && mapped < _commands[before - 1] ? _commands[before - 1] : mapped;

        // Where something is missing at the end, the parser points behind it.
        return source > _source.Length ? _source.Length : source;
    }

    private static string BlankOut(string source, IReadOnlyList<(int Start, int End)> blanks)
    {
        char[] text = source.ToCharArray();
        foreach ((int start, int end) in blanks)
        {
            for (int index = start; index < end; index++)
            {
                text[index] = ' ';
            }
        }

        return new string(text);
    }

    private string Insert(string blanked)
    {
        var text = new StringBuilder(blanked.Length + (_commands.Count * CommandName.Length));
        int done = 0;
        foreach (int command in _commands)
        {
            text.Append(blanked, done, command - done).Append(CommandName);
            done = command;
        }

        return text.Append(blanked, done, blanked.Length - done).ToString();
    }

    /// <summary>How many command names begin before an offset of the text.</summary>
    private int CommandsBefore(int offset)
    {
        int low = 0;
        int high = _commands.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_commands[middle] + (middle * CommandName.Length) < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
