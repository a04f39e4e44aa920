using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Reporting;

public sealed class GetReportingDatasetTests : IDisposable
{
    private readonly ReportingModule _reporting = new(version: "2.16");

    public void Dispose() => _reporting.Dispose();

    [Theory]
    [InlineData("", "conversation conversation_rating_sent")]
    [InlineData("conversation", "conversation")]
    [InlineData("'Conversation RATING'", "conversation_rating_sent")]
    [InlineData("*rating*", "conversation_rating_sent")]
    [InlineData("*rating*, conversation", "conversation_rating_sent conversation")]
    [InlineData("nothing*", "")]
    public void Datasets_are_found_by_id_or_name(string name, string expected) => Assert.Equal(
        expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        _reporting.Module.Ids($"Get-IntercomReportingDataset {name}"));

    [Fact]
    public void Attributes_are_on_them()
    {
        List<string> shown = _reporting.Module.Run("(Get-IntercomReportingDataset conversation).Attributes | ForEach-Object { \"$($_.Id)|$($_.QualifiedId)|$($_.Name)\" }")
            .Succeeded().Select(line => (string)line.BaseObject).ToList();

        Assert.Contains("ai_cx_score_rating|ai.ai_cx_score_rating|CX Score rating", shown);
        Assert.Equal(15, shown.Count);
    }

    [Fact]
    public void An_attribute_can_be_given_to_the_export_as_it_is()
    {
        _reporting.Module.Run($"Export-IntercomReportingData $folder/x.csv -Attribute (Get-IntercomReportingDataset conversation).Attributes[0..1] {ReportingModule.AllTime}").Succeeded();

        Assert.Equal(["x.csv"], _reporting.Folder.Names);
    }

    [Fact]
    public void An_unknown_one_is_an_error_of_its_own_and_the_others_come()
    {
        ScriptResult result = _reporting.Module.Run("Get-IntercomReportingDataset conversaton, conversation");

        Assert.Equal("conversation", Assert.Single(result.Output).Properties["Id"].Value);
        Assert.StartsWith("ReportingDatasetNotFound,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'conversation'", result.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_session_it_says_so()
    {
        using ModuleRunspace runspace = ModuleRunspace.Open();

        Assert.StartsWith("NotConnected,", runspace.RunToError("Get-IntercomReportingDataset").FailureId, StringComparison.Ordinal);
        Assert.StartsWith("NotConnected,", runspace.RunToError("Export-IntercomReportingData x.csv -After 2025-01-01").FailureId, StringComparison.Ordinal);
    }
}
