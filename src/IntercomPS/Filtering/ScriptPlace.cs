using System;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IntercomPS.Filtering;

/// <summary>Finds the place of a filter in the script file that it is written in, so that PowerShell underlines it there.</summary>
internal static class ScriptPlace
{
    /// <summary>Where a place of a filter lies in its file.</summary>
    /// <param name="block">The filter.</param>
    /// <param name="spot">The place, counted from behind its brace.</param>
    /// <returns>Null where the filter is in no file.</returns>
    public static IScriptExtent? Of(ScriptBlock block, FilterSpot spot)
    {
        IScriptExtent whole = block.Ast.Extent;
        if (string.IsNullOrEmpty(whole.File) || whole.StartScriptPosition.GetFullScript() is not { } script)
        {
            return null;
        }

        int offset = script.IndexOf(spot.Source, whole.StartOffset, StringComparison.Ordinal);
        return offset < 0 || offset > whole.StartOffset + 1
            ? null
            : new ScriptExtent(
                Position(whole.File, new FilterSpot(script, offset + spot.Start, offset + spot.Start)),
                Position(whole.File, new FilterSpot(script, offset + Math.Max(spot.End, spot.Start), offset + spot.End)));
    }

    private static ScriptPosition Position(string file, FilterSpot at) => new(
        file, at.Line, at.Column, at.Source.Substring(at.LineStart, at.LineEnd - at.LineStart), at.Source);
}
