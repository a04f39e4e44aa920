using System;
using System.IO;
using IntercomPS.Export.Manifest;

namespace IntercomPS.Export;

/// <summary>A file of an export that holds rows, hashed as it is written where a manifest will tell of it.</summary>
internal sealed class DataFile : IDisposable
{
    private readonly PendingFile _file;
    private readonly HashingStream? _hash;

    /// <summary>Begins to write.</summary>
    /// <param name="file">The file.</param>
    /// <param name="role">What its rows are: <see cref="ExportFileRole"/>.</param>
    /// <param name="hashed">Whether a manifest will tell of it.</param>
    public DataFile(PendingFile file, string role, bool hashed)
    {
        _file = file;
        Role = role;
        _hash = hashed ? new HashingStream(file.Stream) : null;
    }

    /// <summary>What its rows are.</summary>
    public string Role { get; }

    /// <summary>The file itself.</summary>
    public PendingFile File => _file;

    /// <summary>Where its content is written.</summary>
    public Stream Stream => _hash ?? _file.Stream;

    /// <summary>Takes what earlier runs wrote into the hash.</summary>
    public void IncludeExisting() => _hash?.IncludeExisting();

    /// <summary>What the manifest tells of it. Nothing can be written afterwards.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <returns>What the manifest tells.</returns>
    public ManifestFile Describe(ExportFormat format, long rows) =>
        new(Path.GetFileName(_file.Path), Role, format, rows, _file.Length, _hash!.Finish());

    /// <summary>Removes the file, unless it took its name or is to be gone on with.</summary>
    public void Dispose()
    {
        _hash?.Dispose();
        _file.Dispose();
    }
}
