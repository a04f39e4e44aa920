using System;
using System.Diagnostics;
using System.IO;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>A disk of few bytes, which can be filled, enlarged and made read-only: where the process may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path)
    {
        FullName = path;
    }

    internal string FullName { get; }

    /// <summary>Mounts one, or skips the test.</summary>
    /// <param name="size">Its size as mount takes it: 256k.</param>
    internal static SmallDisk MountOrSkip(string size)
    {
        Xunit.Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux can mount a small disk.");
        string path = Directory.CreateTempSubdirectory("IntercomPS-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            Xunit.Assert.Skip("This machine does not let root mount a small disk.");
        }

        return new SmallDisk(path);
    }

    internal string PathOf(string name) => Path.Join(FullName, name);

    internal void Remount(string options) => Xunit.Assert.Equal(0, Run("mount", "-o", $"remount,{options}", FullName));

    public void Dispose()
    {
        Run("umount", "-l", FullName);
        Directory.Delete(FullName);
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
