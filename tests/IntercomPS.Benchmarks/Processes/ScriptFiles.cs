using System;
using System.IO;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>The scripts that are measured, beside this program.</summary>
internal static class ScriptFiles
{
    /// <summary>A module that does nothing: what an import costs at least.</summary>
    public static string EmptyModule => PathOf("EmptyModule.psm1");

    /// <summary>The full path of a script.</summary>
    public static string PathOf(string name) => Path.Join(AppContext.BaseDirectory, "Scripts", name);
}
