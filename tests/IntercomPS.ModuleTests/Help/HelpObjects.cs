using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace IntercomPS.ModuleTests.Help;

/// <summary>Walks the nested property bags that Get-Help gives.</summary>
internal static class HelpObjects
{
    /// <summary>All objects at a dotted path; one object and several look alike.</summary>
    public static IReadOnlyList<PSObject> At(this PSObject help, string path) =>
        path.Split('.').Aggregate<string, IReadOnlyList<PSObject>>(
            [help],
            (current, name) => [.. current.SelectMany(item => Values(item.Properties[name]?.Value))]);

    /// <summary>The texts at a path, trimmed, the empty ones left out.</summary>
    public static IReadOnlyList<string> TextAt(this PSObject help, string path) =>
        [.. help.At(path)
            .Select(item => (item.Properties["Text"]?.Value ?? item).ToString()!.Trim())
            .Where(text => text.Length > 0)];

    private static IEnumerable<PSObject> Values(object? value) => value switch
    {
        null => [],
        string or PSObject => [PSObject.AsPSObject(value)],
        IEnumerable several => several.Cast<object>().Select(PSObject.AsPSObject),
        _ => [PSObject.AsPSObject(value)],
    };
}
