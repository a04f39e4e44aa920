using System;
using System.IO;
using System.Reflection;

namespace IntercomPS.Loader;

/// <summary>
/// The way in for <c>IntercomPS.psm1</c>: loads the main assembly, and everything it needs, apart from
/// what PowerShell and other modules have loaded, except for System.* assemblies that the runtime brings new enough.
/// </summary>
/// <remarks>
/// The main assembly is loaded once a process. Assemblies are never unloaded, so a second import, in this
/// or another runspace, gets the same one.
/// </remarks>
public static class ModuleAssembly
{
    private const string MainAssemblyFile = "IntercomPS.dll";

    /// <summary>Loads the main assembly from the folder of the loader, or returns the one already loaded.</summary>
    /// <returns>The assembly to hand to <c>Import-Module -Assembly</c>.</returns>
    /// <exception cref="FileNotFoundException"><c>IntercomPS.dll</c> does not lie beside the loader.</exception>
    public static Assembly Load() => Once.Assembly;

    /// <summary>A class of its own, so that the runtime's lock on type initializers makes the load happen once.</summary>
    private static class Once
    {
        internal static readonly Assembly Assembly = LoadMainAssembly();

        private static Assembly LoadMainAssembly()
        {
            // For the psm1 of the next import, perhaps of another version.
            AppDomain.CurrentDomain.SetData("IntercomPS.Loader", typeof(ModuleAssembly).Assembly);
            string folder = Path.GetDirectoryName(typeof(ModuleAssembly).Assembly.Location)!;
            string path = Path.Combine(folder, MainAssemblyFile);
#if NET
            return new ModuleLoadContext(folder).LoadFromAssemblyPath(path);
#else
            return ModuleAssemblyResolver.Register(folder).LoadFromFolder(path);
#endif
        }
    }
}
