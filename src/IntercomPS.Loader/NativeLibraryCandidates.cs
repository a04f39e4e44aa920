#if NET
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace IntercomPS.Loader;

/// <summary>Where a native library may lie in a folder laid out as NuGet packages are.</summary>
internal static class NativeLibraryCandidates
{
    /// <summary>The paths to try, best first: <c>runtimes/RID/native/FILE</c>.</summary>
    /// <param name="folder">The folder that holds <c>runtimes</c>.</param>
    /// <param name="libraryName">The name as P/Invoke gives it: <c>e_sqlite3</c>.</param>
    internal static IEnumerable<string> For(string folder, string libraryName)
    {
        foreach (string runtimeIdentifier in RuntimeIdentifiers())
        {
            string native = Path.Join(folder, "runtimes", runtimeIdentifier, "native");
            foreach (string fileName in FileNames(libraryName))
            {
                yield return Path.Join(native, fileName);
            }
        }
    }

    /// <remarks>
    /// The runtime's own identifier comes first, since it alone tells musl from glibc. A runtime that a Linux
    /// distribution built names the distribution there (<c>debian.12-x64</c>), hence the portable ones after it.
    /// https://learn.microsoft.com/dotnet/core/compatibility/sdk/8.0/rid-graph
    /// </remarks>
    private static IEnumerable<string> RuntimeIdentifiers()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return RuntimeInformation.RuntimeIdentifier;
        if (OperatingSystem.IsWindows())
        {
            yield return "win-" + architecture;
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return "osx-" + architecture;
        }
        else
        {
            yield return "linux-" + architecture;
            yield return "linux-musl-" + architecture;
        }
    }

    private static IEnumerable<string> FileNames(string libraryName)
    {
        yield return libraryName;
        if (OperatingSystem.IsWindows())
        {
            yield return libraryName + ".dll";
            yield break;
        }

        string extension = OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        yield return "lib" + libraryName + extension;
        yield return libraryName + extension;
    }
}
#endif
