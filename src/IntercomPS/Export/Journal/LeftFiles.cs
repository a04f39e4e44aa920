using System.IO;

namespace IntercomPS.Export.Journal;

/// <summary>What earlier runs left of an export.</summary>
internal sealed class LeftFiles
{
    private readonly ExportOptions _options;

    public LeftFiles(ExportOptions options)
    {
        _options = options;
    }

    /// <summary>Whether the files hold all that a checkpoint says.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>True when it can be gone on with from there.</returns>
    public bool Hold(JournalCheckpoint checkpoint) =>
        LengthOf(PartialFile.KeptPathOf(_options.Path)) >= checkpoint.Length
        && (!_options.HasPartsFile || LengthOf(PartialFile.KeptPathOf(ExportTarget.PartsPathOf(_options.Path))) >= checkpoint.PartsLength);

    /// <summary>Whether the files are whole, each under its own name or still under its temporary one.</summary>
    /// <param name="last">The last checkpoint.</param>
    /// <param name="manifestLength">The size of the manifest; 0 where there is none.</param>
    /// <returns>True when only names are missing.</returns>
    public bool HoldAll(JournalCheckpoint last, long manifestLength) =>
        IsWhole(_options.Path, last.Length)
        && (!_options.HasPartsFile || IsWhole(ExportTarget.PartsPathOf(_options.Path), last.PartsLength))
        && (manifestLength == 0 || IsWhole(ExportTarget.ManifestPathOf(_options.Path), manifestLength));

    /// <summary>Whether a file still has its temporary name.</summary>
    /// <param name="path">The path that it is to have.</param>
    /// <param name="length">Its size.</param>
    /// <returns>False when it has its own name already.</returns>
    public static bool IsPending(string path, long length) => LengthOf(PartialFile.KeptPathOf(path)) == length;

    private static bool IsWhole(string path, long length) => IsPending(path, length) || LengthOf(path) == length;

    private static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && !PartialFile.IsLink(path) ? file.Length : -1;
    }
}
