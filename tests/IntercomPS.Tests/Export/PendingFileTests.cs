using System;
using System.IO;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class PendingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_has_its_name_only_when_it_is_whole()
    {
        string path = _folder.PathOf("a.csv");
        using PendingFile file = Begin(path, force: false);

        string pending = Assert.Single(_folder.FileNames);
        Assert.Matches(@"^\.a\.csv\.[0-9a-f]{32}\.partial$", pending);
        PendingFile.CompleteAll([file]);

        Assert.Equal(["a.csv"], _folder.FileNames);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void The_longest_name_that_a_folder_takes_is_no_trouble()
    {
        string name = new string('話', 83) + ".csv";
        using PendingFile file = Begin(_folder.PathOf(name), force: false);

        PendingFile.CompleteAll([file]);

        Assert.Equal([name], _folder.FileNames);
    }

    [Fact]
    public void Disposed_before_that_it_leaves_nothing()
    {
        Begin(_folder.PathOf("a.csv"), force: false).Dispose();

        Assert.Empty(_folder.FileNames);
    }

    [Fact]
    public void An_existing_file_is_replaced_only_by_force()
    {
        string path = Existing("a.csv");
        Assert.Equal(ExportTargetProblem.Exists, Refused(path, force: false));

        using PendingFile file = Begin(path, force: true);
        Assert.Equal("theirs", File.ReadAllText(path));
        PendingFile.CompleteAll([file]);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["a.csv"], _folder.FileNames);
    }

    [Fact]
    public void A_file_that_appeared_meanwhile_is_kept()
    {
        string path = _folder.PathOf("a.csv");
        using (PendingFile file = Begin(path, force: false))
        {
            Existing("a.csv");
            var exists = Assert.Throws<ExportTargetException>(() => PendingFile.CompleteAll([file]));
            Assert.Equal(ExportTargetProblem.Exists, exists.Problem);
        }

        Assert.Equal("theirs", File.ReadAllText(path));
        Assert.Equal(["a.csv"], _folder.FileNames);
    }

    [Fact]
    public void With_force_a_file_that_went_away_meanwhile_is_no_trouble()
    {
        string path = Existing("a.csv");
        using PendingFile file = Begin(path, force: true);
        File.Delete(path);

        PendingFile.CompleteAll([file]);

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void Of_two_files_neither_gets_its_name_where_one_cannot()
    {
        using (PendingFile parts = Begin(_folder.PathOf("a.parts.csv"), force: false))
        using (PendingFile main = Begin(_folder.PathOf("a.csv"), force: false))
        {
            Existing("a.csv");
            Assert.Throws<ExportTargetException>(() => PendingFile.CompleteAll([parts, main]));
        }

        Assert.Equal(["a.csv"], _folder.FileNames);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_told() =>
        Assert.Equal(ExportTargetProblem.FolderNotFound, Refused(_folder.PathOf(Path.Combine("missing", "a.csv")), force: true));

    [Fact]
    public void A_folder_is_no_target()
    {
        Directory.CreateDirectory(_folder.PathOf("a.csv"));

        Assert.Equal(ExportTargetProblem.IsDirectory, Refused(_folder.PathOf("a.csv"), force: true));
    }

    [Fact]
    public void A_file_that_another_program_holds_is_told_before_the_work()
    {
        string path = Existing("a.csv");
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(ExportTargetProblem.InUse, Refused(path, force: true));
    }

    [Fact]
    public void A_folder_without_the_right_to_write_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Needs Unix rights that bind the user.");
        string folder = Directory.CreateDirectory(_folder.PathOf("locked")).FullName;
        SetMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(ExportTargetProblem.AccessDenied, Refused(Path.Combine(folder, "a.csv"), force: false));

        SetMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_symbolic_link_is_replaced_and_its_target_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege there.");
        string target = Existing("target.csv");
        File.CreateSymbolicLink(_folder.PathOf("link.csv"), target);

        using PendingFile file = Begin(_folder.PathOf("link.csv"), force: true);
        PendingFile.CompleteAll([file]);

        Assert.Equal("theirs", File.ReadAllText(target));
        Assert.Equal("new", File.ReadAllText(_folder.PathOf("link.csv")));
        Assert.Null(new FileInfo(_folder.PathOf("link.csv")).LinkTarget);
    }

    [Fact]
    public void A_replaced_file_keeps_who_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix modes.");
        string path = Existing("a.csv");
        SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        using PendingFile file = Begin(path, force: true);
        PendingFile.CompleteAll([file]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(path));
    }

    [Fact]
    public void Every_problem_says_which_file_and_what_to_do()
    {
        foreach (ExportTargetProblem problem in Enum.GetValues<ExportTargetProblem>())
        {
            string message = new ExportTargetException(problem, "/x/a.csv").Message;
            Assert.Contains("/x/a.csv", message, StringComparison.Ordinal);
            Assert.EndsWith(".", message, StringComparison.Ordinal);
        }
    }

    private static PendingFile Begin(string path, bool force)
    {
        var file = new PendingFile(path, force);
        file.Stream.Write("new"u8);
        return file;
    }

    private static ExportTargetProblem Refused(string path, bool force) =>
        Assert.Throws<ExportTargetException>(() => new PendingFile(path, force)).Problem;

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private string Existing(string name)
    {
        File.WriteAllText(_folder.PathOf(name), "theirs");
        return _folder.PathOf(name);
    }
}
