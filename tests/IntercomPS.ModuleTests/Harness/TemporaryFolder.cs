using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>A folder of a test's own, which goes with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string FullName { get; } = Directory.CreateTempSubdirectory("IntercomPS-").FullName;

    /// <summary>The names of all that is in it, hidden files too.</summary>
    internal IReadOnlyList<string> Names => [.. Directory.EnumerateFileSystemEntries(FullName).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    internal string PathOf(string name) => Path.Join(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
