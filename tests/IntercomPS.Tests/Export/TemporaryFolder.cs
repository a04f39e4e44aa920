using System;
using System.IO;
using System.Linq;

namespace IntercomPS.Tests.Export;

internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("IntercomPS-").FullName;

    public string[] FileNames => Directory.EnumerateFileSystemEntries(FullName).Select(path => Path.GetFileName(path)).Order().ToArray();

    public string PathOf(string name) => Path.Combine(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
