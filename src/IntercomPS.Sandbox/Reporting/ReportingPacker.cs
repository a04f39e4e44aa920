using System;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>Packs a file as the sandbox's options have it.</summary>
internal static class ReportingPacker
{
    private const int TarBlock = 512;

    public static byte[] Pack(byte[] content, string name, ReportingPacking packing) => packing switch
    {
        ReportingPacking.TarGzip => Gzip(Tar(content, name)),
        ReportingPacking.Tar => Tar(content, name),
        ReportingPacking.Gzip => Gzip(content),
        ReportingPacking.Zip => Zip(content, name),
        _ => content,
    };

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(content, 0, content.Length);
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(byte[] content, string name)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(content, 0, content.Length);
        }

        return bytes.ToArray();
    }

    /// <summary>POSIX 1003.1-1988, ustar: a header of 512 bytes, the content in blocks of 512, two empty blocks.</summary>
    private static byte[] Tar(byte[] content, string name)
    {
        byte[] archive = new byte[TarBlock + ((content.Length + TarBlock - 1) / TarBlock * TarBlock) + (2 * TarBlock)];
        Put(archive, 0, name);
        Put(archive, 100, "0000644\0");
        Put(archive, 108, "0000000\0");
        Put(archive, 116, "0000000\0");
        Put(archive, 124, Octal(content.Length, 11) + "\0");
        Put(archive, 136, Octal(0, 11) + "\0");
        Put(archive, 148, "        ");
        Put(archive, 156, "0");
        Put(archive, 257, "ustar\0" + "00");
        int sum = 0;
        for (int at = 0; at < TarBlock; at++)
        {
            sum += archive[at];
        }

        Put(archive, 148, Octal(sum, 6) + "\0 ");
        Buffer.BlockCopy(content, 0, archive, TarBlock, content.Length);
        return archive;
    }

    private static string Octal(int number, int digits) => Convert.ToString(number, 8).PadLeft(digits, '0');

    private static void Put(byte[] archive, int at, string text) => Encoding.ASCII.GetBytes(text, 0, text.Length, archive, at);
}
