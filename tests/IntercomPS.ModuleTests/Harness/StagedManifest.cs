using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>The staged manifest, read as data: nothing in it is run.</summary>
internal static class StagedManifest
{
    internal static Hashtable Read()
    {
        ScriptBlockAst file = Parser.ParseFile(RepositoryLayout.StagedManifest, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw new System.Management.Automation.ParseException(errors);
        }

        return (Hashtable)file.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }

    /// <summary>The <c>PSData</c> part, which is the PowerShell Gallery's.</summary>
    internal static Hashtable GalleryData() => (Hashtable)((Hashtable)Read()["PrivateData"]!)["PSData"]!;

    /// <summary>The values of a key that holds a list.</summary>
    internal static IReadOnlyList<string> Strings(string key) =>
        [.. ((IEnumerable)(Read()[key] ?? throw new ArgumentException($"The manifest has no '{key}'.", nameof(key)))).Cast<string>()];
}
