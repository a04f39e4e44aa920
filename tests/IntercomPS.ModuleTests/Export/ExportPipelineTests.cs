using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>Conversations that the pipeline brings, and what they cost in requests.</summary>
public sealed class ExportPipelineTests : IClassFixture<SharedWorkspace>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module;

    public ExportPipelineTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _module.Runspace.SetVariable("folder", _folder.FullName);
        _module.Runspace.SetVariable("ids", _module.NewestFirst.Where((_, index) => index % 7 == 3).Select(c => c.Id).ToArray());
    }

    private IEnumerable<SandboxConversation> Chosen => _module.NewestFirst.Where((_, index) => index % 7 == 3);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Search-IntercomConversation -State Closed | Export-IntercomConversation -Path $folder/out.csv")]
    [InlineData("Search-IntercomConversation | Where-Object -Property State -EQ -Value closed | Export-IntercomConversation $folder/out.csv")]
    [InlineData("$found = Search-IntercomConversation -State Closed; Export-IntercomConversation -Path $folder/out.csv -InputObject $found")]
    public void What_a_search_finds_can_be_exported(string script)
    {
        _module.Run(script).Succeeded();

        ExportedRows.Read(_folder.PathOf("out.csv")).AssertAre(
            _module.NewestFirst.Where(c => c.State == "closed").Select(c => ExpectedRow.Of(c, thread: null, full: false)));
    }

    [Fact]
    public void Threads_that_the_pipeline_brings_are_not_fetched_again()
    {
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(() =>
            _module.Run("$ids | Get-IntercomConversation | Export-IntercomConversation -Path $folder/out.csv -IncludeParts").Succeeded());

        Assert.Equal(Chosen.Count(), requests.Count(request => request.Route == "/conversations/{id}"));
        ExportedRows.Read(_folder.PathOf("out.csv")).AssertAre(Chosen.Select(c => ExpectedRow.Of(c, Thread(c), full: false)));
        ExportedRows.Read(_folder.PathOf("out.parts.csv")).AssertAre(
            Chosen.SelectMany(c => Thread(c).TakeLast(500).Select(part => ExpectedPart.Of(c, part))));
    }

    [Fact]
    public void Threads_that_it_lacks_are_fetched()
    {
        _module.Run("Search-IntercomConversation -State Snoozed | Export-IntercomConversation -Path $folder/out.csv -IncludeParts").Succeeded();

        ExportedRows.Read(_folder.PathOf("out.csv")).AssertAre(
            _module.NewestFirst.Where(c => c.State == "snoozed").Select(c => ExpectedRow.Of(c, Thread(c), full: false)));
    }

    [Fact]
    public void An_empty_pipeline_exports_nothing_and_not_the_whole_workspace()
    {
        long rows = (long)_module.Run("(@() | Export-IntercomConversation -Path $folder/out.csv).Rows").Succeeded().Single().BaseObject;

        Assert.Equal(0, rows);
        Assert.Empty(CsvFile.Read(_folder.PathOf("out.csv")).Rows);
    }

    [Fact]
    public void What_is_no_conversation_is_an_error_and_the_others_are_exported()
    {
        ScriptResult result = _module.Run("'17', (Search-IntercomConversation -First 1) | Export-IntercomConversation -Path $folder/out.csv");

        Assert.StartsWith("InputObjectNotBound,", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Single(CsvFile.Read(_folder.PathOf("out.csv")).Rows);
    }

    [Fact]
    public void Email_addresses_are_looked_up_in_batches_and_each_contact_once()
    {
        SandboxConversation[] lacking = [.. _module.NewestFirst.Where(c => c.Source.Author.Email != c.Contacts[0].Email || c.Contacts[0].Email is null)];
        int contacts = lacking.Select(c => c.Contacts[0].Id).Distinct().Count();
        int pages = (int)Math.Ceiling(_module.NewestFirst.Count / 150.0);

        int searches = ContactSearches("Export-IntercomConversation -Path $folder/out.csv");

        Assert.InRange(searches, 1, (int)Math.Ceiling(contacts / 50.0) + pages - 1);
        Assert.Equal(_module.NewestFirst.Select(c => c.Contacts[0].Email ?? string.Empty), Emails());
    }

    [Fact]
    public void NoContactLookup_leaves_out_the_addresses_that_conversations_lack()
    {
        Assert.Equal(0, ContactSearches("Export-IntercomConversation -Path $folder/out.csv -NoContactLookup"));
        Assert.Equal(
            _module.NewestFirst.Select(c => c.Source.Author.Id == c.Contacts[0].Id ? c.Contacts[0].Email ?? string.Empty : string.Empty),
            Emails());
    }

    [Fact]
    public void Without_the_column_no_address_is_looked_up() =>
        Assert.Equal(0, ContactSearches("Export-IntercomConversation -Path $folder/out.csv -Property Id, State"));

    [Fact]
    public void Email_addresses_of_threads_are_looked_up_in_batches_too()
    {
        int contacts = _module.NewestFirst.Where(c => c.Source.Author.Email != c.Contacts[0].Email).Select(c => c.Contacts[0].Id).Distinct().Count();

        int searches = ContactSearches("Export-IntercomConversation -Path $folder/out.csv -IncludeParts");

        Assert.InRange(searches, 1, contacts / 4);
    }

    [Fact]
    public void The_summary_tells_what_was_done()
    {
        IReadOnlyList<SandboxRequest> requests = [];
        System.Management.Automation.PSObject? summary = null;
        requests = _module.RequestsDuring(() =>
            summary = _module.Run("Export-IntercomConversation -Path $folder/out.csv -State Snoozed -IncludeParts").Succeeded().Single());

        SandboxConversation[] snoozed = [.. _module.NewestFirst.Where(c => c.State == "snoozed")];
        object? Value(string name) => summary!.Properties[name].Value;
        Assert.Equal("IntercomPS.ExportSummary", summary!.TypeNames[0]);
        Assert.Equal(_folder.PathOf("out.csv"), Value("Path"));
        Assert.Equal(_folder.PathOf("out.parts.csv"), Value("PartsPath"));
        Assert.Equal("Csv", Value("Format")!.ToString());
        Assert.Equal((long)snoozed.Length, Value("Rows"));
        Assert.Equal((long)snoozed.Sum(c => Thread(c).Count), Value("PartRows"));
        Assert.Equal(0, Value("Skipped"));
        Assert.Equal(requests.Count, Value("Requests"));
        Assert.Equal(0, Value("Waits"));
        Assert.Equal(new FileInfo(_folder.PathOf("out.csv")).Length + new FileInfo(_folder.PathOf("out.parts.csv")).Length, Value("Bytes"));
        Assert.InRange((TimeSpan)Value("Duration")!, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
    }

    private IReadOnlyList<SandboxPart> Thread(SandboxConversation conversation) => _module.Server.Workspace.GetParts(conversation);

    private int ContactSearches(string script) =>
        _module.RequestsDuring(() => _module.Run(script).Succeeded()).Count(request => request.Route == "/contacts/search");

    private IEnumerable<string> Emails() => CsvFile.Read(_folder.PathOf("out.csv")).Rows.Select(row => row["contact_email"]);
}
