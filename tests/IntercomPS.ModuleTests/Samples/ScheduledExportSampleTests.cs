using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Samples;

/// <summary>samples/scheduled-export.ps1 in the engine: what it writes, what it exits with, what an admin reads the next morning.</summary>
public sealed class ScheduledExportSampleTests : IDisposable
{
    private const string Vault =
        "New-Module -Name Microsoft.PowerShell.SecretManagement -ScriptBlock { function Get-Secret { param($Name, $Vault) "
        + "if ($Name -eq 'intercom' -and $Vault -eq 'tasks') { $global:token } else { throw \"no secret $Name\" } } } | Import-Module";

    private readonly UnattendedSample _sample = UnattendedSample.Open("scheduled-export.ps1");

    public ScheduledExportSampleTests() => _sample.Runspace.Run(Vault).Succeeded();

    private static string LogName => "scheduled-export.log";

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void It_writes_a_file_and_a_manifest_for_each_day()
    {
        ScriptResult result = Run(UnattendedSample.AllDays, exitCode: 0);

        DateTime[] days = [.. Enumerable.Range(0, 5).Select(day => new DateTime(2025, 2, 25).AddDays(day))];
        Assert.Equal(days.SelectMany(day => new[] { $"{Name(day)}.csv", $"{Name(day)}.manifest.json" }), _sample.DataFiles());
        Assert.All(days, day => Assert.Equal(_sample.IdsOf(day, TimeSpan.FromDays(1)), UnattendedSample.IdsIn(_sample.PathOf(Name(day) + ".csv"))));
        Assert.Equal(120, days.Sum(day => _sample.IdsOf(day, TimeSpan.FromDays(1)).Count));
        Assert.All(days, day => Assert.True((bool)_sample.Runspace.Run($"Test-IntercomExport -Path $folder/{Name(day)}.manifest.json -Quiet").Succeeded().Single().BaseObject));
        Assert.Equal(["START", .. days.Select(_ => "DONE"), "END"], Kinds());
        _sample.AssertNoToken(result);
    }

    [Fact]
    public void The_log_has_one_line_an_event_with_its_time_in_UTC_and_is_shown_too()
    {
        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 0);

        int rows = _sample.IdsOf(new DateTime(2025, 2, 26), TimeSpan.FromDays(1)).Count;
        string[] lines = Log();
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [A-Z]+ +\S", line));
        Assert.All(lines, line => Assert.InRange(DateTimeOffset.UtcNow - DateTimeOffset.Parse(line[..20], CultureInfo.InvariantCulture), TimeSpan.Zero, TimeSpan.FromMinutes(5)));
        Assert.Matches($@" DONE +conversations-2025-02-26\.csv: {rows} rows, 0 parts, [1-9]\d* requests in \d+ s, of which \d+ s in \d+ waits for the quota; 0 sent again; runs: 1$", lines[1]);
        Assert.EndsWith(" exit code 0", lines[^1], StringComparison.Ordinal);
        Assert.Equal(lines, _sample.Shown.ReplaceLineEndings("\n").Trim().Split('\n'));
    }

    [Fact]
    public void A_second_run_does_nothing_again()
    {
        Run("-From 2025-02-25 -To 2025-02-28", exitCode: 0);
        DateTime written = File.GetLastWriteTimeUtc(_sample.PathOf("conversations-2025-02-26.csv"));
        int before = _sample.Server.Counters.Total;

        Run(UnattendedSample.AllDays, exitCode: 0);

        Assert.Equal(written, File.GetLastWriteTimeUtc(_sample.PathOf("conversations-2025-02-26.csv")));
        Assert.Equal(["START", "DONE", "DONE", "END"], Kinds().Skip(5));
        Assert.Equal(10, _sample.DataFiles().Count);
        Assert.InRange(_sample.Server.Counters.Total - before, 1, 20);
    }

    [Fact]
    public void The_last_days_are_those_before_today()
    {
        Run("-Days 3", exitCode: 0);

        DateTime today = DateTime.UtcNow.Date;
        string[] expected = [.. Enumerable.Range(1, 3).Select(back => Name(today.AddDays(-back)) + ".csv").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, _sample.DataFiles().Where(name => name.EndsWith(".csv", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_day_that_has_not_ended_is_left_for_later()
    {
        string today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Run($"-From {today} -To 9999-01-01", exitCode: 0);

        Assert.Empty(_sample.DataFiles());
    }

    [Fact]
    public void What_is_missing_makes_the_exit_code_2_once_and_the_file_is_there()
    {
        DateTime day = _sample.DayOfLongThread();
        string days = FormattableString.Invariant($"-From {day:yyyy-MM-dd} -To {day.AddDays(1):yyyy-MM-dd} -IncludeParts");

        ScriptResult first = Run(days, exitCode: 2);
        ScriptResult second = Run(days, exitCode: 0);

        Assert.Equal([Name(day) + ".csv", Name(day) + ".manifest.json", Name(day) + ".parts.csv"], _sample.DataFiles());
        Assert.Equal(_sample.IdsOf(day, TimeSpan.FromDays(1)), UnattendedSample.IdsIn(_sample.PathOf(Name(day) + ".csv")));
        Assert.Equal(["START", "MISSING", "INCOMPLETE", "END", "START", "END"], Kinds());
        Assert.Contains("manifest", Log()[1], StringComparison.Ordinal);
        Assert.EndsWith(" exit code 2", Log()[3], StringComparison.Ordinal);
        _sample.AssertNoToken(first, second);
    }

    [Fact]
    public void A_wrong_token_makes_the_exit_code_1_and_the_log_says_so()
    {
        _sample.Runspace.SetVariable("token", "a-wrong-token");

        ScriptResult result = Run(UnattendedSample.AllDays, exitCode: 1);

        Assert.Empty(_sample.DataFiles());
        Assert.Equal(["START", "FAILED", "END"], Kinds());
        Assert.Matches(" FAILED +Unauthorized: .*run this again", Log()[1]);
        Assert.DoesNotContain("a-wrong-token", result.AllText + _sample.Shown + string.Concat(Log()), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_Intercom_is_down_the_exit_code_is_1_and_the_next_run_does_it()
    {
        using (SandboxServer gone = SandboxServer.Start(new SandboxOptions { Conversations = 1 }))
        {
            _sample.Runspace.SetVariable("uri", gone.BaseUri);
        }

        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 1);
        _sample.Runspace.SetVariable("uri", _sample.Server.BaseUri);
        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 0);

        Assert.Equal(["START", "FAILED", "END", "START", "DONE", "END"], Kinds());
        Assert.Matches(" FAILED +ApiUnavailable: ", Log()[1]);
    }

    [Fact]
    public void A_secret_that_is_not_there_makes_the_exit_code_1()
    {
        ScriptResult result = _sample.Runspace.Run("& $sample -Folder $folder -SecretName other -Vault tasks -BaseUri $uri; $LASTEXITCODE");

        Assert.Equal(1, result.Output.Single().BaseObject);
        Assert.Matches(" FAILED +AccessTokenUnusable: ", Log()[1]);
    }

    [Fact]
    public void Two_runs_at_once_do_not_meet()
    {
        Directory.CreateDirectory(_sample.Folder);
        using (File.Open(_sample.PathOf("scheduled-export.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Run(UnattendedSample.AllDays, exitCode: 1);
        }

        Assert.Equal(["BUSY"], Kinds());
        Assert.Empty(_sample.DataFiles());
        Assert.Equal(0, _sample.Server.Counters.Total);
        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 0);
    }

    [Fact]
    public void Files_that_are_not_what_was_written_are_exported_again()
    {
        _sample.Runspace.Run("function global:Test-IntercomExport { $false }").Succeeded();
        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 1);
        _sample.Runspace.Run("$ExecutionContext.InvokeProvider.Item.Remove('function:Test-IntercomExport', $false)").Succeeded();

        Assert.Equal(["conversations-2025-02-26.csv"], _sample.DataFiles());
        Assert.Matches(" FAILED +FilesDiffer: ", Log()[1]);
        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 0);
        Assert.Equal(["conversations-2025-02-26.csv", "conversations-2025-02-26.manifest.json"], _sample.DataFiles());
    }

    [Fact]
    public void A_long_log_is_put_aside()
    {
        Directory.CreateDirectory(_sample.Folder);
        File.WriteAllText(_sample.PathOf(LogName), new string('x', 1_100_000));

        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 0);

        Assert.Equal(["START", "DONE", "END"], Kinds());
        Assert.Equal(1_100_000, new FileInfo(_sample.PathOf(LogName + ".1")).Length);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Names_and_times_are_those_of_our_calendar_in_every_culture(string culture)
    {
        Run("-From 2025-02-26 -To 2025-02-27", exitCode: 0, before: $"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}';");

        Assert.Contains("conversations-2025-02-26.csv", _sample.DataFiles());
        Assert.StartsWith(DateTime.UtcNow.ToString("yyyy", CultureInfo.InvariantCulture), Log()[^1], StringComparison.Ordinal);
    }

    private static string Name(DateTime day) => FormattableString.Invariant($"conversations-{day:yyyy-MM-dd}");

    private ScriptResult Run(string parameters, int exitCode, string before = "")
    {
        ScriptResult result = _sample.Runspace.Run($"{before} & $sample -Folder $folder -SecretName intercom -Vault tasks -BaseUri $uri {parameters}; $LASTEXITCODE");
        Assert.True(result.Errors.Count == 0, result.AllText);
        Assert.Equal((exitCode, 1), ((int)result.Output[^1].BaseObject, result.Output.Count));
        return result;
    }

    private string[] Log() => File.ReadAllLines(_sample.PathOf(LogName));

    private IEnumerable<string> Kinds() => Log().Select(line => Regex.Match(line, "(?<=^.{20} )[A-Z]+").Value);
}
