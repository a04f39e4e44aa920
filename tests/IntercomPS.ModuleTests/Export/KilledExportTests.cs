using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>Killed (SIGKILL) at random moments on a bad day of the service, and resumed each time: the file is that of an undisturbed run.</summary>
[Collection(SerialTests.Name)]
public sealed class KilledExportTests : IDisposable
{
    private const string Script =
        """
        param($Uri, $Token, $Path)
        $env:INTERCOM_ACCESS_TOKEN = $Token
        Connect-Intercom -BaseUri $Uri -TimeoutSec 5
        $null = Export-IntercomConversation -Path $Path -Resume -Manifest PARAMETERS
        """;

    private const SandboxFault BadDay =
        SandboxFault.ServerError | SandboxFault.EmptyServerError | SandboxFault.Reset | SandboxFault.Truncated | SandboxFault.RefusedCursor
        | SandboxFault.TooManyRequestsRetryAfter | SandboxFault.DriftingTotal | SandboxFault.SlowPage;

    private const int LongestGrowth = 1200; // a first line, or some four checkpoints

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", "-IncludeParts -ThrottleLimit 4", 300, 25, 0.012, 9)]
    [InlineData("a.jsonl", "-Schema Full -ThrottleLimit 2", 6000, 100, 0.04, 8)]
    [InlineData("a.json", "-IncludeParts -ThrottleLimit 4 -State Closed, Open", 300, 25, 0.012, 8)]
    public async Task The_finished_files_are_those_of_an_undisturbed_run(string name, string parameters, int conversations, int latency, double rate, int kills)
    {
        SandboxOptions quiet = new() { Conversations = conversations, Seed = 31, Now = ConnectedModule.Present, RateLimit = 0, Faults = SandboxFault.Disappearing, FaultRate = rate };
        using SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Conversations = conversations,
            Seed = quiet.Seed,
            Now = quiet.Now,
            RateLimit = 0,
            Faults = BadDay | SandboxFault.Disappearing,
            FaultRate = rate,
            Latency = TimeSpan.FromMilliseconds(latency),
            SlowPageDelay = TimeSpan.FromMilliseconds(300),
        });
        Dictionary<string, byte[]> undisturbed = Undisturbed(quiet, name, parameters);
        var random = new Random(kills);
        int killed = 0;
        int atCheckpoint = 0;
        int resumed = 0;
        while (killed < kills)
        {
            string folder = Directory.CreateDirectory(_folder.PathOf($"{killed}")).FullName;
            bool whole = false;
            while (!whole)
            {
                using KillableShell shell = Start(server, Path.Join(folder, name), parameters);
                if (killed < kills && await StruckAsync(shell, Path.Join(folder, name), random.Next(LongestGrowth), random.Next(150)))
                {
                    killed++;
                    atCheckpoint += HasCheckpoint(Path.Join(folder, name)) ? 1 : 0;
                    continue;
                }

                ProcessResult result = await shell.EndAsync(TestContext.Current.CancellationToken);
                Assert.True(result.ExitCode == 0, result.Error);
                whole = true;
            }

            resumed += AssertSame(undisturbed, folder);
        }

        Assert.True(atCheckpoint >= kills / 2 && resumed >= kills / 2, $"Of {kills} kills, {atCheckpoint} left a checkpoint, and {resumed} runs went on.");
    }

    private static KillableShell Start(SandboxServer server, string path, string parameters) =>
        new(Script.Replace("PARAMETERS", parameters, StringComparison.Ordinal), "-Uri", server.BaseUri.ToString(), "-Token", server.AccessToken, "-Path", path);

    /// <summary>
    /// Kills the process so many milliseconds after its journal has grown by so many bytes: from before its first line to after some
    /// checkpoints, whatever the speed of the machine.
    /// </summary>
    /// <returns>False where it had ended by then.</returns>
    private static async Task<bool> StruckAsync(KillableShell shell, string path, int growth, int milliseconds)
    {
        long enough = LengthOf($"{path}.journal") + growth;
        while (!shell.HasEnded && LengthOf($"{path}.journal") < enough)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        return !shell.HasEnded && await shell.KillAsync();
    }

    private static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.Length : 0;
    }

    private static bool HasCheckpoint(string path) =>
        File.Exists($"{path}.journal") && File.ReadAllText($"{path}.journal").Contains("\"after\"", StringComparison.Ordinal);

    private Dictionary<string, byte[]> Undisturbed(SandboxOptions options, string name, string parameters)
    {
        using ConnectedModule module = ConnectedModule.Start(options);
        string folder = Directory.CreateDirectory(_folder.PathOf("undisturbed")).FullName;
        module.Run($"$null = Export-IntercomConversation -Path '{Path.Join(folder, name)}' -Manifest {parameters}").Succeeded();
        return Files(folder);
    }

    /// <summary>Fails where a file differs, or a count of the manifest.</summary>
    /// <returns>How many runs went on with an earlier one.</returns>
    private static int AssertSame(Dictionary<string, byte[]> undisturbed, string folder)
    {
        Dictionary<string, byte[]> files = Files(folder);
        Assert.Equal(undisturbed.Keys.Order(), files.Keys.Order());
        Assert.All(files.Where(file => file.Key != "a.manifest.json"), file => Assert.True(undisturbed[file.Key].AsSpan().SequenceEqual(file.Value), $"{file.Key} differs."));
        JsonElement manifest = JsonElement.Parse(files["a.manifest.json"]);
        JsonElement expected = JsonElement.Parse(undisturbed["a.manifest.json"]);
        foreach (string property in new[] { "files", "rows", "part_rows", "received", "skipped", "incomplete_threads" })
        {
            Assert.Equal(expected.GetProperty(property).GetRawText(), manifest.GetProperty(property).GetRawText());
        }

        return manifest.GetProperty("runs").GetInt32() - 1;
    }

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
}
