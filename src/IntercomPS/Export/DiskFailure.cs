using System;

namespace IntercomPS.Export;

/// <summary>Tells what is wrong with a disk from what the system says.</summary>
/// <remarks>On Windows, HResult holds a code of Win32; elsewhere it is the error number of the C library as it is.</remarks>
internal static class DiskFailure
{
    private const int NoSpace = 28; // ENOSPC, on Linux and macOS
    private const int ReadOnlyFileSystem = 30; // EROFS, on both
    private const int QuotaOnLinux = 122; // EDQUOT
    private const int QuotaOnMac = 69;
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsWriteProtect = unchecked((int)0x80070013);

    /// <summary>Whether the disk, or what one may use of it, is full.</summary>
    /// <param name="failure">What the system says.</param>
    /// <returns>True when it is.</returns>
    public static bool IsFull(Exception failure) =>
        failure.HResult is NoSpace or QuotaOnLinux or QuotaOnMac or WindowsHandleDiskFull or WindowsDiskFull;

    /// <summary>Whether the disk is read-only.</summary>
    /// <param name="failure">What the system says.</param>
    /// <returns>True when it is.</returns>
    public static bool IsReadOnly(Exception failure) => failure.HResult is ReadOnlyFileSystem or WindowsWriteProtect;
}
