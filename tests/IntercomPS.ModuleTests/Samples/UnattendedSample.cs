using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IntercomPS.ModuleTests.Export;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Samples;

/// <summary>A sample that runs unattended: a sandbox, a folder, and a runspace to run it in.</summary>
/// <remarks>The scripts find the sample in <c>$sample</c>, the folder in <c>$folder</c>, the address in <c>$uri</c> and the token in <c>$token</c>.</remarks>
internal sealed class UnattendedSample : IDisposable
{
    /// <summary>Four days and their halves at both ends: 25 February, noon, to 1 March, noon.</summary>
    internal static readonly SandboxOptions FourDays =
        new() { Conversations = 120, Seed = 4, Now = ConnectedModule.Present, History = TimeSpan.FromDays(4), RateLimit = 0 };

    /// <summary>All of <see cref="FourDays"/>, as parameters of the samples.</summary>
    internal const string AllDays = "-From 2025-02-25 -To 2025-03-02";

    private readonly RecordingHost _host = new(columns: 200);
    private readonly TemporaryFolder _folder = new();

    private UnattendedSample(string name, SandboxOptions options)
    {
        Script = Path.Combine(RepositoryLayout.Root, "samples", name);
        Server = SandboxServer.Start(options);
        Runspace = ModuleRunspace.Open(_host);
        Runspace.SetVariable("sample", Script);
        Runspace.SetVariable("folder", Folder);
        Runspace.SetVariable("uri", Server.BaseUri);
        Runspace.SetVariable("token", Server.AccessToken);
    }

    /// <summary>The sample's file.</summary>
    internal string Script { get; }

    internal SandboxServer Server { get; }

    internal ModuleRunspace Runspace { get; }

    /// <summary>Where the sample may put its files. It is not there yet.</summary>
    internal string Folder => _folder.PathOf("exports");

    /// <summary>Everything that was shown on the host.</summary>
    internal string Shown => _host.Shown;

    /// <summary>Opens a sandbox and a runspace.</summary>
    /// <param name="name">The sample's file name.</param>
    /// <param name="options">The sandbox's options.</param>
    internal static UnattendedSample Open(string name, SandboxOptions? options = null) => new(name, options ?? FourDays);

    /// <summary>The path of a file in the sample's folder.</summary>
    internal string PathOf(string name) => Path.Join(Folder, name);

    /// <summary>The names of all files in the sample's folder that are no lock and no log.</summary>
    internal IReadOnlyList<string> DataFiles() =>
        [.. NamesIn(Folder).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal) && !name.EndsWith(".log", StringComparison.Ordinal))];

    /// <summary>The conversations that began in a span of time, by their ids.</summary>
    internal IReadOnlyList<string> IdsOf(DateTime from, TimeSpan length) =>
        [.. Server.Workspace.Conversations.Where(c => c.CreatedAt >= Utc(from) && c.CreatedAt < Utc(from) + length).Select(c => c.Id).Order(StringComparer.Ordinal)];

    /// <summary>The ids in a file of the export.</summary>
    internal static IReadOnlyList<string> IdsIn(string path) =>
        [.. CsvFile.Read(path).Rows.Select(row => row["conversation_id"]).Order(StringComparer.Ordinal)];

    /// <summary>The day that the one conversation began on whose thread is longer than Intercom gives.</summary>
    internal DateTime DayOfLongThread() =>
        Server.Workspace.Conversations.Single(c => Server.Workspace.GetParts(c).Count > 500).CreatedAt.UtcDateTime.Date;

    /// <summary>Fails where the token is in a stream, on the screen or in a file.</summary>
    internal void AssertNoToken(params ScriptResult[] results)
    {
        Assert.All(results, result => Assert.DoesNotContain(Server.AccessToken, result.AllText, StringComparison.Ordinal));
        Assert.DoesNotContain(Server.AccessToken, Shown, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Server.AccessToken, File.ReadAllText(file), StringComparison.Ordinal));
    }

    internal static IReadOnlyList<string> NamesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    public void Dispose()
    {
        Runspace.Dispose();
        Server.Dispose();
        _folder.Dispose();
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
