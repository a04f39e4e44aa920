using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Loading;

public sealed partial class StagedFilesTests
{
    private static readonly string[] ShippedExtensions = [".dll", ".so", ".dylib", ".psd1", ".psm1", ".ps1xml", ".txt", ".md", ""];

    private static readonly string[] Frameworks = ["net8.0", "net472"];

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("THIRD-PARTY-NOTICES.md")]
    [InlineData("en-US/IntercomPS.dll-Help.xml")]
    [InlineData("bin/net8.0/IntercomPS.dll")]
    [InlineData("bin/net472/IntercomPS.dll")]
    public void The_module_holds(string file) => Assert.True(File.Exists(Path.Join(RepositoryLayout.StagedModule, file)));

    [Fact]
    public void PowerShell_itself_is_not_shipped() =>
        Assert.Empty(Directory.GetFiles(RepositoryLayout.StagedModule, "System.Management.Automation*", SearchOption.AllDirectories));

    [Fact]
    public void Nothing_is_shipped_that_no_import_reads()
    {
        string[] others =
        [
            .. Directory.GetFiles(RepositoryLayout.StagedModule, "*", SearchOption.AllDirectories)
                .Where(file => !ShippedExtensions.Contains(Path.GetExtension(file)))
                .Select(file => Path.GetRelativePath(RepositoryLayout.StagedModule, file).Replace('\\', '/')),
        ];

        Assert.Equal(["en-US/IntercomPS.dll-Help.xml"], others);
    }

    [Fact]
    public void The_notices_name_each_shipped_package_and_no_other()
    {
        string[] shipped =
        [
            .. Frameworks
                .SelectMany(framework => Directory.GetFiles(RepositoryLayout.Binaries(framework), "*.dll"))
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => !name.StartsWith("IntercomPS", StringComparison.Ordinal))
                .Distinct()
                .Order(),
        ];
        string notices = File.ReadAllText(Path.Join(RepositoryLayout.StagedModule, "THIRD-PARTY-NOTICES.md"));

        Assert.Equal(shipped, NoticeRow().Matches(notices).Select(row => row.Groups["package"].Value).Order());
    }

    [GeneratedRegex(@"^\| (?<package>[A-Z][\w.]+) \|", RegexOptions.Multiline)]
    private static partial Regex NoticeRow();
}
