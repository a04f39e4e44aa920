using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using IntercomPS.Reporting;

namespace IntercomPS.Tests.Reporting;

/// <summary>Makes archives with what .NET has for it, and unpacks them with ours.</summary>
internal static class Archives
{
    public static byte[] Bytes(string text) => new UTF8Encoding(false).GetBytes(text);

    public static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, level))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in files)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Bytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Tar(TarEntryFormat format, params (string Name, string Content)[] files) =>
        Tar(format, files.Select(file => Entry(format, TarEntryType.RegularFile, file.Name, file.Content)).ToArray());

    public static byte[] Tar(TarEntryFormat format, params TarEntry[] entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, format, leaveOpen: true))
        {
            foreach (TarEntry entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    public static TarEntry Entry(TarEntryFormat format, TarEntryType type, string name, string? content = null)
    {
        type = format == TarEntryFormat.V7 && type == TarEntryType.RegularFile ? TarEntryType.V7RegularFile : type;
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(type, name),
            TarEntryFormat.Ustar => new UstarTarEntry(type, name),
            TarEntryFormat.Gnu => new GnuTarEntry(type, name),
            _ => new PaxTarEntry(type, name),
        };
        if (content is not null)
        {
            entry.DataStream = new MemoryStream(Bytes(content));
        }

        return entry;
    }

    /// <summary>The names and contents that are found in a file.</summary>
    public static List<(string? Name, string Content)> Unpack(byte[] file, List<string>? notes = null)
    {
        var found = new List<(string?, string)>();
        foreach (PackedFile packed in new Unpacker(file.Length, note => notes?.Add(note), CancellationToken.None).Read(new MemoryStream(file)))
        {
            using var reader = new StreamReader(packed.Content, new UTF8Encoding(false), false, 1024, leaveOpen: true);
            found.Add((packed.Name, reader.ReadToEnd()));
        }

        return found;
    }
}
