using System.Text.RegularExpressions;

namespace IntercomPS.Text;

/// <summary>Names with * and ? as wildcards. Brackets are letters like others, since names of attributes have them.</summary>
internal static class NamePattern
{
    /// <summary>Whether a text has a wildcard.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True with * or ? in it.</returns>
    public static bool HasWildcard(string text) => text.IndexOfAny(['*', '?']) >= 0;

    /// <summary>Makes a pattern of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">Whether case counts, say.</param>
    /// <returns>What names are held against.</returns>
    public static Regex ToRegex(string text, RegexOptions options = RegexOptions.None) => new(
        "^" + Regex.Escape(text).Replace(@"\*", ".*").Replace(@"\?", ".") + "$",
        options | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
