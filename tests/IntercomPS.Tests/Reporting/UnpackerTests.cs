using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using IntercomPS.Reporting;
using Xunit;

namespace IntercomPS.Tests.Reporting;

public sealed class UnpackerTests
{
    private const string Table = "id,text\n1,\"a, b\"\n2,\"näme\n名\"\n";

    public static TheoryData<string> Packings { get; } =
        ["plain", "plain with a mark", "gzip", "gzip in gzip", "zip", "tar v7", "tar ustar", "tar gnu", "tar pax", "tar.gz", "tar.gz without its end", "empty"];

    [Theory]
    [MemberData(nameof(Packings))]
    public void A_table_is_found_however_it_is_packed(string packing)
    {
        string table = packing == "empty" ? string.Empty : packing == "plain with a mark" ? "\uFEFF" + Table : Table;

        var found = Assert.Single(Archives.Unpack(Pack(packing, table)));

        Assert.Equal(table, found.Content);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(200_000)]
    public void Its_length_does_not_matter(int length)
    {
        string table = string.Concat(Enumerable.Repeat("a,b\n", (length / 4) + 1))[..length];

        foreach (string packing in new[] { "plain", "gzip", "zip", "tar ustar", "tar.gz" })
        {
            Assert.Equal(table, Assert.Single(Archives.Unpack(Pack(packing, table))).Content);
        }
    }

    [Theory]
    [InlineData("../../etc/cron.d/evil.csv")]
    [InlineData("/etc/passwd.csv")]
    [InlineData("C:\\Windows\\evil.csv")]
    [InlineData("..\\..\\evil.csv")]
    [InlineData("a/b/../../../evil.CSV")]
    [InlineData("export")]
    public void A_name_in_an_archive_is_only_a_name(string name)
    {
        Assert.Equal((name, Table), Assert.Single(Archives.Unpack(Archives.Tar(TarEntryFormat.Ustar, (name, Table)))));
        Assert.Equal((name, Table), Assert.Single(Archives.Unpack(Archives.Zip((name, Table)))));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("data.json")]
    [InlineData("._data.csv")]
    [InlineData("__MACOSX/._data.csv")]
    [InlineData("folder/.hidden")]
    public void What_is_no_table_is_passed_over_and_told(string name)
    {
        var notes = new List<string>();

        Assert.Equal("data.csv", Assert.Single(Archives.Unpack(Archives.Tar(TarEntryFormat.Pax, (name, "x,y\n"), ("data.csv", Table)), notes)).Name);
        Assert.Equal("data.csv", Assert.Single(Archives.Unpack(Archives.Zip((name, "x,y\n"), ("data.csv", Table)), notes)).Name);

        Assert.Equal(2, notes.Count(note => note.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_folders_and_devices_are_passed_over()
    {
        TarEntry link = Archives.Entry(TarEntryFormat.Pax, TarEntryType.SymbolicLink, "link.csv");
        link.LinkName = "/etc/passwd";
        TarEntry hardLink = Archives.Entry(TarEntryFormat.Pax, TarEntryType.HardLink, "hard.csv");
        hardLink.LinkName = "/etc/passwd";
        TarEntry folder = Archives.Entry(TarEntryFormat.Pax, TarEntryType.Directory, "folder.csv/");
        TarEntry fifo = Archives.Entry(TarEntryFormat.Pax, TarEntryType.Fifo, "fifo.csv");
        TarEntry data = Archives.Entry(TarEntryFormat.Pax, TarEntryType.RegularFile, "data.csv", Table);

        var found = Archives.Unpack(Archives.Gzip(Archives.Tar(TarEntryFormat.Pax, link, hardLink, folder, fifo, data)));

        Assert.Equal(("data.csv", Table), Assert.Single(found));
    }

    [Fact]
    public void Several_tables_come_in_their_order_though_one_is_not_read_to_its_end()
    {
        byte[] tar = Archives.Tar(TarEntryFormat.Gnu, (new string('n', 150) + ".csv", Table), ("b.csv", new string('x', 3000)), ("c.csv", "c"));

        var names = new Unpacker(tar.Length, _ => { }, CancellationToken.None).Read(new MemoryStream(tar)).Select(file => (file.Name![0], file.Content.ReadByte())).ToList();

        Assert.Equal([('n', 'i'), ('b', 'x'), ('c', 'c')], names.Select(pair => (pair.Item1, (char)pair.Item2)));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("  {\"type\":\"error.list\"}")]
    [InlineData("\0\u0001\u0002binary")]
    [InlineData("7z\uFFFD\0\0\0")]
    public void What_is_no_table_is_refused(string content)
    {
        Assert.Throws<InvalidDataException>(() => Archives.Unpack(Archives.Bytes(content)));
        Assert.Throws<InvalidDataException>(() => Archives.Unpack(Archives.Gzip(Archives.Bytes(content))));
    }

    [Fact]
    public void An_empty_archive_has_no_table()
    {
        Assert.Empty(Archives.Unpack(Archives.Zip()));
        Assert.Empty(Archives.Unpack(Archives.Zip(("read.me", "x"))));
    }

    [Fact]
    public void A_file_packed_in_itself_over_and_over_is_refused()
    {
        byte[] file = Archives.Bytes(Table);
        for (int time = 0; time < 5; time++)
        {
            file = Archives.Gzip(file);
        }

        Assert.Throws<InvalidDataException>(() => Archives.Unpack(file));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bomb_is_given_up_before_it_fills_the_disk(bool twice)
    {
        byte[] bomb = Bomb(UnpackingLimit.AlwaysAllowed + 1_000_000);
        byte[] file = twice ? Archives.Gzip(bomb, CompressionLevel.Optimal) : bomb;
        long unpacked = 0;

        InvalidDataException error = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (PackedFile packed in new Unpacker(file.Length, _ => { }, CancellationToken.None).Read(new MemoryStream(file)))
            {
                byte[] piece = new byte[1 << 20];
                for (int read; (read = packed.Content.Read(piece)) > 0; unpacked += read)
                {
                }
            }
        });

        Assert.Contains("grows", error.Message, StringComparison.Ordinal);
        Assert.True(unpacked <= UnpackingLimit.AlwaysAllowed);
    }

    [Fact]
    public void Unpacking_stops_when_it_shall()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        byte[] file = Pack("tar.gz", Table);
        Assert.Throws<OperationCanceledException>(() => new Unpacker(file.Length, _ => { }, stop.Token).Read(new MemoryStream(file)).Count());
    }

    [Fact]
    public void A_broken_file_is_unreadable_or_short_but_never_a_crash()
    {
        var random = new Random(5);
        foreach (string packing in Packings.Select(row => row.Data))
        {
            byte[] good = Pack(packing, Table);
            for (int turn = 0; turn < 300; turn++)
            {
                byte[] bad = good[..random.Next(good.Length + 1)];
                for (int change = random.Next(4); change > 0 && bad.Length > 0; change--)
                {
                    bad[random.Next(bad.Length)] = (byte)random.Next(256);
                }

                Exception? error = Record.Exception(() => Archives.Unpack(bad));
                Assert.True(error is null or InvalidDataException, $"{packing}: {error}");
            }
        }
    }

    private static byte[] Pack(string packing, string table) => packing switch
    {
        "gzip" => Archives.Gzip(Archives.Bytes(table)),
        "gzip in gzip" => Archives.Gzip(Archives.Gzip(Archives.Bytes(table))),
        "zip" => Archives.Zip(("data.csv", table)),
        "tar v7" => Archives.Tar(TarEntryFormat.V7, ("data.csv", table)),
        "tar ustar" => Archives.Tar(TarEntryFormat.Ustar, ("data.csv", table)),
        "tar gnu" => Archives.Tar(TarEntryFormat.Gnu, ("data.csv", table)),
        "tar pax" => Archives.Tar(TarEntryFormat.Pax, ("data.csv", table)),
        "tar.gz" => Archives.Gzip(Archives.Tar(TarEntryFormat.Ustar, ("data.csv", table))),
        "tar.gz without its end" => Archives.Gzip(Archives.Tar(TarEntryFormat.Ustar, ("data.csv", table))[..^1024]),
        _ => Archives.Bytes(table),
    };

    private static byte[] Bomb(long size)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            byte[] piece = new byte[1 << 20];
            Array.Fill(piece, (byte)'a');
            for (long written = 0; written < size; written += piece.Length)
            {
                gzip.Write(piece);
            }
        }

        return bytes.ToArray();
    }
}
