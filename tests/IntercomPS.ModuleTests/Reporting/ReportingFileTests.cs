using System;
using System.IO;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Reporting;

/// <summary>The file of Export-IntercomReportingData: when it appears, and what is kept.</summary>
public sealed class ReportingFileTests : IDisposable
{
    private const string Id = "IntercomPS.Cmdlets.Reporting.ExportIntercomReportingDataCommand";
    private const string Export = "Export-IntercomReportingData -Path $folder/old.csv -Attribute conversation_id " + ReportingModule.AllTime;

    private readonly ReportingModule _reporting = new();

    public ReportingFileTests() => File.WriteAllText(_reporting.Folder.PathOf("old.csv"), "old");

    public void Dispose() => _reporting.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("-NoClobber")]
    [InlineData("-Force -NoClobber")]
    public void An_existing_file_is_kept(string parameters)
    {
        int asked = _reporting.Module.RequestsDuring(() =>
            Assert.Equal("ExportTargetUnusable," + Id, _reporting.Module.Failure($"{Export} {parameters}").FullyQualifiedErrorId)).Count;

        Assert.Equal(0, asked);
        AssertNothingChanged();
    }

    [Fact]
    public void Force_replaces_it()
    {
        _reporting.Module.Run(Export + " -Force").Succeeded();

        Assert.Equal(["old.csv"], _reporting.Folder.Names);
        Assert.Contains("conversation_id", File.ReadAllText(_reporting.Folder.PathOf("old.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_asks_and_writes_nothing()
    {
        int asked = _reporting.Module.RequestsDuring(() => Assert.Empty(_reporting.Module.Run(Export + " -Force -WhatIf").Succeeded())).Count;

        Assert.Equal(0, asked);
        AssertNothingChanged();
    }

    [Theory]
    [InlineData("$folder/none/new.csv", "ExportTargetUnusable")]
    [InlineData("$folder", "ExportTargetUnusable")]
    [InlineData("Variable:new", "InvalidPath")]
    [InlineData("$folder/new.xlsx", "InvalidPath")]
    [InlineData("$folder/new.JSON", "InvalidPath")]
    public void A_path_that_cannot_be_written_is_an_error_before_a_request(string path, string id)
    {
        int asked = _reporting.Module.RequestsDuring(() => Assert.Equal(
            $"{id},{Id}",
            _reporting.Module.Failure($"Export-IntercomReportingData -Path {path} {ReportingModule.AllTime}").FullyQualifiedErrorId)).Count;

        Assert.Equal(0, asked);
        AssertNothingChanged();
    }

    [Theory]
    [InlineData("-After 2025-01-02 -Before 2025-01-02", "InvalidQuery")]
    [InlineData("-After 2100-01-01", "InvalidQuery")]
    public void A_range_without_anything_in_it_is_an_error_before_a_request(string range, string id)
    {
        int asked = _reporting.Module.RequestsDuring(() => Assert.Equal(
            $"{id},{Id}", _reporting.Module.Failure($"Export-IntercomReportingData -Path $folder/new.csv {range}").FullyQualifiedErrorId)).Count;

        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("2.10")]
    [InlineData("2.13")]
    public void An_old_version_is_an_error_before_a_request(string version)
    {
        _reporting.Module.Connect($"-ApiVersion {version}");

        int asked = _reporting.Module.RequestsDuring(() =>
        {
            Assert.Equal("ApiVersionUnsupported," + Id, _reporting.Module.Failure(Export + " -Force").FullyQualifiedErrorId);
            Assert.Contains("2.14", _reporting.Module.Failure("Get-IntercomReportingDataset").Exception.Message, StringComparison.Ordinal);
        }).Count;

        Assert.Equal(0, asked);
        AssertNothingChanged();
    }

    [Theory]
    [InlineData("-Attribute chanel", "UnknownReportingAttribute", "'channel'")]
    [InlineData("-Attribute nothing*", "UnknownReportingAttribute", "nearest")]
    [InlineData("-Dataset conversations", "ReportingDatasetNotFound", "'conversation'")]
    public void A_wrong_name_is_an_error_with_the_nearest_before_a_job(string parameters, string id, string nearest)
    {
        var error = _reporting.Module.Failure($"Export-IntercomReportingData -Path $folder/new.csv {parameters} {ReportingModule.AllTime}");

        Assert.Equal($"{id},{Id}", error.FullyQualifiedErrorId);
        Assert.Contains(nearest, error.Exception.Message, StringComparison.Ordinal);
        Assert.False(_reporting.Module.Server.Counters.ByRoute.ContainsKey("POST /export/reporting_data/enqueue"));
        AssertNothingChanged();
    }

    [Fact]
    public void An_id_that_two_attributes_have_is_an_error()
    {
        _reporting.Module.Connect("-ApiVersion 2.16");

        var error = _reporting.Module.Failure($"Export-IntercomReportingData -Path $folder/new.csv -Attribute Brand {ReportingModule.AllTime}");

        Assert.Equal("AmbiguousReportingAttribute," + Id, error.FullyQualifiedErrorId);
        Assert.Contains("people.Brand, conversation.Brand", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportingOutcome.Failed, 60, "ReportingJobFailed")]
    [InlineData(ReportingOutcome.Vanished, 60, "ReportingJobNotFound")]
    [InlineData(ReportingOutcome.Stuck, 2, "ReportingJobTimeout")]
    public void A_job_that_comes_to_nothing_is_an_error_and_leaves_no_file(ReportingOutcome outcome, int seconds, string id)
    {
        using var reporting = new ReportingModule(outcome: outcome, duration: TimeSpan.FromSeconds(1.5));

        var error = reporting.Module.Failure($"Export-IntercomReportingData -Path $folder/new.csv -TimeoutSec {seconds} {ReportingModule.AllTime}");

        Assert.Equal($"{id},{Id}", error.FullyQualifiedErrorId);
        Assert.StartsWith("rdx", (string)error.TargetObject, StringComparison.Ordinal);
        Assert.Empty(reporting.Folder.Names);
    }

    [Theory]
    [InlineData(404, """{"type":"error.list","errors":[{"code":"not_found","message":"Export job not found for identifier: j1"}]}""", "ReportingDownloadExpired")]
    [InlineData(200, "<html>Sorry</html>", "ReportingDataUnreadable")]
    [InlineData(200, "id,text\n1,\"cut sho", "ReportingDataUnreadable")]
    [InlineData(403, """{"type":"error.list","errors":[{"code":"forbidden","message":"No"}]}""", "Forbidden")]
    [InlineData(302, "", "RequestRejected")]
    public void A_file_that_is_gone_or_broken_is_an_error_and_leaves_none(int status, string body, string id)
    {
        using StubbedModule module = StubbedModule.Start(request => request.Target switch
        {
            "/export/reporting_data/get_datasets" => new StubAnswer(200, """{"data":[{"id":"conversation","attributes":[{"id":"a","name":"A"}]}]}"""),
            "/export/reporting_data/enqueue" => new StubAnswer(200, """{"job_identifier":"j1","status":"complete","download_url":"http://127.0.0.1:9/elsewhere"}"""),
            "/download/reporting_data/j1?app_id=abc12&job_identifier=j1" => new StubAnswer(status, body),
            _ => StubAnswer.Error(500, "unexpected"),
        });
        module.Runspace.SetVariable("folder", _reporting.Folder.FullName);

        ScriptResult result = module.Runspace.RunToError($"Export-IntercomReportingData -Path $folder/new.csv {ReportingModule.AllTime}");

        Assert.Equal($"{id},{Id}", result.FailureId);
        AssertNothingChanged();
    }

    [Fact]
    public void While_five_jobs_are_pending_it_warns_and_says_so_in_the_end()
    {
        using var reporting = new ReportingModule(outcome: ReportingOutcome.Stuck);
        for (int job = 0; job < 5; job++)
        {
            reporting.Module.Failure($"Export-IntercomReportingData -Path $folder/new.csv -TimeoutSec 1 {ReportingModule.AllTime}");
        }

        ScriptResult result = reporting.Module.Runspace.RunToError($"Export-IntercomReportingData -Path $folder/new.csv -TimeoutSec 1 {ReportingModule.AllTime}");

        Assert.Equal("ReportingJobLimit," + Id, result.FailureId);
        Assert.Contains("pending", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Empty(reporting.Folder.Names);
    }

    private void AssertNothingChanged()
    {
        Assert.Equal(["old.csv"], _reporting.Folder.Names);
        Assert.Equal("old", File.ReadAllText(_reporting.Folder.PathOf("old.csv")));
    }
}
