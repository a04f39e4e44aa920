using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Samples;

/// <summary>
/// samples/azure-runbook.ps1 in the engine. What Azure Automation brings (its variables, Az.Storage) are stand-ins of the
/// test's: the container is a folder.
/// </summary>
public sealed class AzureRunbookSampleTests : IDisposable
{
    private const string AzureCommands =
        """
        $global:uploads = [System.Collections.Generic.List[string]]::new()
        New-Module -Name Orchestrator.AssetManagement.Cmdlets -ScriptBlock {
            function Get-AutomationVariable { param($Name) if ($Name -eq 'IntercomAccessToken') { $global:token } else { throw "no variable $Name" } }
            function Get-AutomationConnection { param($Name) @{ AccessToken = $global:token; BaseUri = "$global:uri" } }
        } | Import-Module
        New-Module -Name Az.Storage -ScriptBlock {
            function Connect-AzAccount { param([switch] $Identity) if (-not $Identity) { throw 'no identity' }; 'an account' }
            function New-AzStorageContext { param($StorageAccountName, [switch] $UseConnectedAccount) "$StorageAccountName by identity" }
            function Test-Target { param($Container, $Context) if ("$Container, $Context" -ne 'exports, acme by identity') { throw "wrong target: $Container, $Context" } }
            function Get-AzStorageBlob {
                param($Container, $Context, $Prefix)
                Test-Target $Container $Context
                foreach ($file in [IO.Directory]::GetFiles($global:container, "$Prefix*")) { [pscustomobject] @{ Name = [IO.Path]::GetFileName($file) } }
            }
            function Set-AzStorageBlobContent {
                param($Container, $Context, $File, $Blob, [switch] $Force)
                Test-Target $Container $Context
                if ($global:storageFails) { throw 'The storage account does not answer.' }
                [IO.File]::Copy($File, [IO.Path]::Combine($global:container, $Blob), [bool] $Force)
                $global:uploads.Add($Blob)
                'a blob'
            }
        } | Import-Module
        """;

    private readonly UnattendedSample _sample = UnattendedSample.Open("azure-runbook.ps1");
    private readonly TemporaryFolder _container = new();

    public AzureRunbookSampleTests()
    {
        _sample.Runspace.SetVariable("container", _container.FullName);
        _sample.Runspace.Run(AzureCommands).Succeeded();
    }

    public void Dispose()
    {
        _sample.Dispose();
        _container.Dispose();
    }

    [Fact]
    public void A_job_exports_each_slice_and_uploads_its_manifest_last()
    {
        ScriptResult result = Run($"-UploadTo acme/exports {UnattendedSample.AllDays} -SliceHours 12");

        string[] slices = [.. Enumerable.Range(0, 10).Select(index => new DateTime(2025, 2, 25).AddHours(12 * index)).Select(start => Name(start, 12))];
        Assert.Equal(slices.SelectMany(slice => new[] { slice + ".csv", slice + ".manifest.json" }), Uploads());
        Assert.Equal(Uploads(), UnattendedSample.NamesIn(_container.FullName));
        Assert.Equal(
            _sample.IdsOf(new DateTime(2025, 2, 26, 12, 0, 0), TimeSpan.FromHours(12)),
            UnattendedSample.IdsIn(_container.PathOf("conversations-2025-02-26T12-12h.csv")));
        Assert.Equal(120, slices.Sum(slice => UnattendedSample.IdsIn(_container.PathOf(slice + ".csv")).Count));
        Assert.All(slices, slice => Assert.True((bool)_sample.Runspace.Run($"Test-IntercomExport -Path $container/{slice}.manifest.json -Quiet").Succeeded().Single().BaseObject));
        Assert.Equal([.. slices.Select(_ => "DONE"), "END"], Kinds(result));
        Assert.EndsWith(" 10 slices done, 0 of them incomplete; 0 left for the next job", Lines(result)[^1], StringComparison.Ordinal);
        _sample.AssertNoToken(result);
    }

    [Fact]
    public void The_output_is_the_log_and_all_there_is()
    {
        ScriptResult result = Run("-UploadTo acme/exports -From 2025-02-26 -To 2025-02-27", before: "$VerbosePreference = $InformationPreference = 'Continue';");

        Assert.All(Lines(result), line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [A-Z]+ +\S", line));
        Assert.Empty(result.Verbose.Concat(result.Warnings).Concat(result.Information));
        Assert.Empty(result.Progress);
        Assert.Empty(_sample.Shown);
    }

    [Fact]
    public void The_folder_of_a_job_goes_with_it()
    {
        string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "IntercomPS-*").Where(folder => File.Exists(Path.Join(folder, "azure-runbook.lock"))).ToArray();
        string[] before = Folders();

        Run("-UploadTo acme/exports -From 2025-02-26 -To 2025-02-27");

        Assert.Empty(Folders().Except(before));
    }

    [Fact]
    public void A_slice_that_is_there_is_not_exported_again()
    {
        Run($"-UploadTo acme/exports {UnattendedSample.AllDays}");
        int before = _sample.Server.Counters.Recent.Count;

        ScriptResult result = Run($"-UploadTo acme/exports {UnattendedSample.AllDays}");

        Assert.Equal(["END"], Kinds(result));
        Assert.All(_sample.Server.Counters.Recent.Skip(before), request => Assert.Equal("/me", request.Path));
    }

    [Fact]
    public void Each_job_does_what_it_has_time_for_and_the_next_one_goes_on()
    {
        string[] ends = [.. Enumerable.Range(0, 3).Select(_ => Lines(Run("-UploadTo acme/exports -From 2025-02-25 -To 2025-02-28 -Minutes 0"))[^1])];

        Assert.Equal(["2 left", "1 left", "0 left"], ends.Select(end => Regex.Match(end, @"\d+ left").Value));
        Assert.All(ends, end => Assert.Contains(" 1 slices done", end, StringComparison.Ordinal));
        Assert.Equal(6, UnattendedSample.NamesIn(_container.FullName).Count);
    }

    [Fact]
    public void What_is_missing_makes_the_job_fail_once_after_everything_is_done()
    {
        ScriptResult first = Fail($"-UploadTo acme/exports {UnattendedSample.AllDays} -IncludeParts $true");
        ScriptResult second = Run($"-UploadTo acme/exports {UnattendedSample.AllDays} -IncludeParts $true");

        Assert.Equal(15, UnattendedSample.NamesIn(_container.FullName).Count);
        Assert.Equal(["DONE", "DONE", "DONE", "DONE", "END", "FAILED", "INCOMPLETE", "MISSING"], Kinds(first).Order(StringComparer.Ordinal));
        Assert.Equal(["END", "FAILED"], Kinds(first).TakeLast(2));
        Assert.StartsWith("1 slices are incomplete", first.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(["END"], Kinds(second));
        _sample.AssertNoToken(first, second);
    }

    [Fact]
    public void A_wrong_token_makes_the_job_fail()
    {
        _sample.Runspace.SetVariable("token", "a-wrong-token");

        ScriptResult result = Fail($"-UploadTo acme/exports {UnattendedSample.AllDays}");

        Assert.StartsWith("Unauthorized,", result.FailureId, StringComparison.Ordinal);
        Assert.Equal(["FAILED"], Kinds(result));
        Assert.Empty(UnattendedSample.NamesIn(_container.FullName));
        Assert.DoesNotContain("a-wrong-token", result.AllText + _sample.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_brings_the_token_and_the_address()
    {
        ScriptResult result = _sample.Runspace.Run("& $sample -Connection Intercom -UploadTo acme/exports -From 2025-02-26 -To 2025-02-27");

        Assert.Equal(["DONE", "END"], Kinds(result));
    }

    [Fact]
    public void On_a_hybrid_worker_the_files_stay_in_the_folder()
    {
        Run($"-Folder $folder {UnattendedSample.AllDays}");
        ScriptResult second = Run($"-Folder $folder {UnattendedSample.AllDays}");

        Assert.Equal(10, _sample.DataFiles().Count);
        Assert.Equal(["END"], Kinds(second));
        Assert.Empty(Uploads());
    }

    [Fact]
    public void What_could_not_be_uploaded_is_uploaded_by_the_next_job_without_being_exported_again()
    {
        _sample.Runspace.SetVariable("storageFails", true);
        ScriptResult first = Fail("-Folder $folder -UploadTo acme/exports -From 2025-02-26 -To 2025-02-27");
        _sample.Runspace.SetVariable("storageFails", false);
        ScriptResult second = Run("-Folder $folder -UploadTo acme/exports -From 2025-02-26 -To 2025-02-27");

        Assert.Equal(["DONE", "FAILED"], Kinds(first));
        Assert.Equal(["END"], Kinds(second));
        Assert.Equal(["conversations-2025-02-26T00-24h.csv", "conversations-2025-02-26T00-24h.manifest.json"], Uploads());
        Assert.Empty(_sample.DataFiles());
    }

    [Fact]
    public void Two_jobs_in_one_folder_do_not_meet()
    {
        Directory.CreateDirectory(_sample.Folder);
        using (File.Open(_sample.PathOf("azure-runbook.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(["FAILED"], Kinds(Fail($"-Folder $folder {UnattendedSample.AllDays}")));
        }

        Assert.Equal(0, _sample.Server.Counters.Total);
    }

    [Fact]
    public void Without_a_place_that_outlives_the_job_it_does_not_begin() =>
        Assert.Contains("-UploadTo", Fail(UnattendedSample.AllDays).Failure!.Message, StringComparison.Ordinal);

    private static string Name(DateTime start, int hours) => FormattableString.Invariant($"conversations-{start:yyyy-MM-dd}T{start:HH}-{hours}h");

    private ScriptResult Run(string parameters, string before = "")
    {
        ScriptResult result = _sample.Runspace.Run($"{before} & $sample -BaseUri $uri {parameters}");
        result.Succeeded();
        return result;
    }

    private ScriptResult Fail(string parameters)
    {
        ScriptResult result = _sample.Runspace.RunToError($"& $sample -BaseUri $uri {parameters}");
        Assert.NotNull(result.Failure);
        return result;
    }

    private IReadOnlyList<string> Uploads() => [.. _sample.Runspace.Run("$uploads").Output.Select(name => (string)name.BaseObject)];

    private static IReadOnlyList<string> Lines(ScriptResult result) => result.OutputOf<string>();

    private static IEnumerable<string> Kinds(ScriptResult result) => Lines(result).Select(line => Regex.Match(line, "(?<=^.{20} )[A-Z]+").Value);
}
