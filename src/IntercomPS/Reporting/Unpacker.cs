using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using IntercomPS.Text;

namespace IntercomPS.Reporting;

/// <summary>Finds the tables in a downloaded file, however it is packed.</summary>
internal sealed class Unpacker
{
    private const int DeepestPacking = 3;

    private readonly Action<string> _note;
    private readonly long _packedLength;
    private readonly CancellationToken _stop;

    /// <summary>Makes an unpacker for one file.</summary>
    /// <param name="packedLength">The file's size in bytes.</param>
    /// <param name="note">Told how the file is packed, and what was passed over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Unpacker(long packedLength, Action<string> note, CancellationToken cancellationToken)
    {
        _stop = cancellationToken;
        _packedLength = packedLength;
        _note = note;
    }

    /// <summary>Reads the tables one after the other.</summary>
    /// <param name="file">The file, on its start.</param>
    /// <returns>The tables; each one's content holds until the next is asked for.</returns>
    /// <exception cref="InvalidDataException">The file is broken, or packed in a way that is not known.</exception>
    public IEnumerable<PackedFile> Read(Stream file) => Read(file, depth: 0);

    private IEnumerable<PackedFile> Read(Stream stream, int depth)
    {
        var peeked = new PeekedStream(stream, PackingSniffer.HeadLength);
        Packing packing = PackingSniffer.Of(peeked.Head);
        if (packing != Packing.None && depth == DeepestPacking)
        {
            throw new InvalidDataException("It is packed in too many ways, one within the other.");
        }

        _note($"The {(depth == 0 ? "download" : "content")} is: {(packing == Packing.None ? "plain text" : packing)}.");
        return packing switch
        {
            Packing.None => [new PackedFile(null, peeked)],
            Packing.Gzip => Read(new UnpackingLimit(new GZipStream(peeked, CompressionMode.Decompress), _packedLength, _stop), depth + 1),
            Packing.Tar => TarFiles.Read(peeked, Skip).Where(IsTable),
            Packing.Zip when stream.CanSeek => ReadZip(stream),
            _ => throw new InvalidDataException("It is neither CSV nor packed in a known way (gzip, tar, zip)."),
        };
    }

    private IEnumerable<PackedFile> ReadZip(Stream stream)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using var content = new UnpackingLimit(entry.Open(), _packedLength, _stop);
            var file = new PackedFile(entry.FullName, content);
            if (IsTable(file))
            {
                yield return file;
            }
        }
    }

    /// <summary>Whether a name in an archive is that of a table: CSV, or without an ending. Hidden files are none, such as macOS adds.</summary>
    private bool IsTable(PackedFile file)
    {
        string name = file.Name!.Substring(file.Name.LastIndexOfAny(['/', '\\']) + 1);
        bool isTable = name.Length > 0 && name[0] != '.'
            && (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.IndexOf('.') < 0);
        if (!isTable)
        {
            Skip(file.Name);
        }

        return isTable;
    }

    private void Skip(string name) => _note($"Passed over '{TerminalText.Sanitize(name)}' in the archive: it is no table.");
}
