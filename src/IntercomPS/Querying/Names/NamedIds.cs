using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Text;

namespace IntercomPS.Querying.Names;

/// <summary>Finds what a person names among what the workspace has.</summary>
internal static class NamedIds
{
    /// <summary>Finds all of a name.</summary>
    /// <param name="names">What the workspace has.</param>
    /// <param name="text">A name or email address in any letter case; where there is none such, an id.</param>
    /// <returns>The ids; empty where there is nothing of that name or id.</returns>
    public static IReadOnlyList<string> Find(IReadOnlyList<WorkspaceName> names, string text)
    {
        List<string> ids = names.Where(name => Same(name.Name, text) || (name.Email is { } email && Same(email, text))).Select(name => name.Id).ToList();
        return ids.Count > 0 ? ids : names.Where(name => name.Id == text).Select(name => name.Id).ToList();
    }

    /// <summary>Says that there is nothing of a name, and what comes near it.</summary>
    /// <param name="names">What the workspace has.</param>
    /// <param name="text">The name.</param>
    /// <param name="kind">What was looked for.</param>
    /// <returns>A message.</returns>
    public static string Unknown(IReadOnlyList<WorkspaceName> names, string text, NameKind kind)
    {
        List<string> nearest = NearestNames.Of(text, names.Select(name => name.Name)).Select(name => $"'{name}'").ToList();
        return TerminalText.Sanitize(
            $"The workspace has no {kind.ToString().ToLowerInvariant()} '{text}'. "
            + (nearest.Count > 0 ? $"Did you mean {string.Join(" or ", nearest)}?" : $"Get-Intercom{kind} lists them."));
    }

    private static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
