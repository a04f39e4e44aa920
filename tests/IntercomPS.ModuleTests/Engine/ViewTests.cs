using System;
using System.Globalization;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Engine;

/// <summary>What a person sees: within 100 columns, and without what a stranger's text could do to a terminal.</summary>
public sealed class ViewTests : IDisposable
{
    private const int Columns = 100;

    // As JSON: ESC, BEL, line breaks, a C1 control, a right-to-left override, a zero-width space.
    private const string Hostile =
        "\\u001b[31mred\\u001b]0;title\\u0007 bell\\r\\nnext\\nline\\u009b2J\\u202egnp.exe\\u200b end";

    // The engine's own: green labels, and back (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_ansi_terminals).
    private static readonly string[] EngineStyles = ["\u001b[32;1m", "\u001b[32;1;3m", "\u001b[0m"];

    private readonly RecordingHost _host = new(Columns);
    private readonly ModuleRunspace _runspace;

    public ViewTests() => _runspace = ModuleRunspace.Open(_host);

    public void Dispose() => _runspace.Dispose();

    [Theory]
    [InlineData("Search-IntercomConversation", "Id", "Created", "State", "Contact")]
    [InlineData("Search-IntercomConversation -First 20 | Get-IntercomConversation", "Id", "Created", "State")]
    [InlineData("Search-IntercomConversation -First 30 | Get-IntercomConversationPart", "Created")]
    [InlineData("Get-IntercomSession", "WorkspaceName", "Region", "Quota")]
    [InlineData("(Get-IntercomSession).Quota", "Limit", "Remaining")]
    [InlineData("(Search-IntercomConversation -First 1).Source", "Body")]
    [InlineData("(Search-IntercomConversation -First 1).Source.Author", "Type")]
    [InlineData("(Search-IntercomConversation -First 1).Statistics")]
    [InlineData("Export-IntercomConversation -Path $path", "Path", "Rows")]
    [InlineData("Export-IntercomConversation -Path $path -Manifest | Test-IntercomExport", "IsValid", "IsComplete", "all.csv")]
    [InlineData("(Export-IntercomConversation -Path $path -Manifest | Test-IntercomExport).Files", "IsValid", "Bytes", "all.csv")]
    [InlineData("Get-IntercomReportingDataset", "Id", "Name", "Attributes", "Description")]
    [InlineData("(Get-IntercomReportingDataset)[0].Attributes", "Id", "Name")]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; Export-IntercomReportingData -Path $path -After 2025-01-01", "Path", "Rows", "JobId")]
    [InlineData("Get-IntercomQuery -Filter { cx_score -le 2 -or channel_initiated -eq 'email' }", "Search", "Json", "ClientCheck", "Reason")]
    [InlineData("Get-IntercomAdmin", "Email", "Away")]
    [InlineData("Get-IntercomTeam", "Admins")]
    [InlineData("Get-IntercomTag", "Name")]
    [InlineData("Search-IntercomContact -First 50", "Email", "LastSeen")]
    [InlineData("Get-IntercomCompany", "Plan", "Users")]
    public void The_default_view_of_each_type_fits_and_holds_nothing_that_steers_a_terminal(string script, params string[] labels)
    {
        using var folder = new TemporaryFolder();
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 300 });
        _runspace.SetVariable("uri", server.BaseUri);
        _runspace.SetVariable("token", SecureText.Of(server.AccessToken));
        _runspace.SetVariable("path", folder.PathOf("all.csv"));

        _runspace.Run($"Connect-Intercom -AccessToken $token -BaseUri $uri; {script} | Out-Default").Succeeded();

        AssertHarmless(_host.Shown);
        Assert.All(labels, label => Assert.Contains(label, _host.Shown, StringComparison.Ordinal));
        Assert.All(Lines(), line => Assert.True(new StringInfo(line).LengthInTextElements <= Columns, $"Too wide: {line}"));
    }

    [Theory]
    [InlineData("Search-IntercomConversation")]
    [InlineData("Get-IntercomConversation -Id 1")]
    [InlineData("Get-IntercomConversationPart -Id 1")]
    [InlineData("Get-IntercomSession")]
    [InlineData("(Get-IntercomConversation -Id 1).Source")]
    [InlineData("(Get-IntercomConversation -Id 1).Source.Author")]
    [InlineData("(Get-IntercomConversation -Id 1).ConversationRating")]
    [InlineData("(Get-IntercomConversation -Id 1).AiAgent")]
    [InlineData("(Get-IntercomConversation -Id 1).Parts[0].Author")]
    [InlineData("(Get-IntercomConversation -Id 1).Parts[0].Attachments")]
    [InlineData("(Get-IntercomConversation -Id 1).TagDetails")]
    [InlineData("(Get-IntercomConversation -Id 1).Company")]
    [InlineData("Get-IntercomReportingDataset")]
    [InlineData("(Get-IntercomReportingDataset).Attributes")]
    [InlineData("Get-IntercomAdmin -Id 1")]
    [InlineData("Get-IntercomTeam -Id 1")]
    [InlineData("Get-IntercomTag -Id 1")]
    [InlineData("Get-IntercomContact -Id 1")]
    [InlineData("Get-IntercomCompany -Id 1")]
    public void Hostile_texts_never_reach_the_terminal_as_they_are(string script)
    {
        using var server = new StubServer(request => request.Target switch
        {
            "/me" => StubAnswer.Me(Hostile, Hostile),
            "/conversations/search" => new StubAnswer(
                200, $$$"""{"type":"conversation.list","total_count":1,"pages":{"type":"pages","page":1},"conversations":[{{{Conversation}}}]}"""),
            "/export/reporting_data/get_datasets" => new StubAnswer(200, Datasets),
            _ when !request.Target.StartsWith("/conversations", StringComparison.Ordinal) => new StubAnswer(200, Person),
            _ => new StubAnswer(200, Conversation),
        });
        _runspace.SetVariable("uri", server.BaseUri);
        _runspace.SetVariable("token", SecureText.Of("stub"));

        _runspace.Run($"Connect-Intercom -AccessToken $token -BaseUri $uri; {script} | Out-Default").Succeeded();

        AssertHarmless(_host.Shown);
    }

    [Theory]
    [InlineData("Test-IntercomExport -Path $path")]
    [InlineData("(Test-IntercomExport -Path $path).Files")]
    public void A_hostile_manifest_never_reaches_the_terminal_as_it_is(string script)
    {
        const string Manifest =
            """
            {"format":"IntercomPS.ExportManifest","version":1,"complete":false,"missing":[{"message":"TEXT"}],
             "files":[{"name":"NAME","role":"TEXT","format":"csv","rows":1,"bytes":1,"sha256":"HASH"}]}
            """;
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("a.manifest.json");
        System.IO.File.WriteAllText(path, Manifest
            .Replace("TEXT", Hostile, StringComparison.Ordinal)
            .Replace("NAME", "\\u202egnp.exe\\u200b", StringComparison.Ordinal)
            .Replace("HASH", new string('0', 64), StringComparison.Ordinal));
        _runspace.SetVariable("path", path);

        _runspace.Run($"{script} | Out-Default").Succeeded();

        AssertHarmless(_host.Shown);
    }

    /// <summary>Hostile wherever a person can write; what Intercom itself sets, its enumerations and ids, is as it sets it.</summary>
    private static string Conversation =>
        """
        {"type":"conversation","id":"1","created_at":1700000000,"updated_at":1700000000,"state":"open","title":"TEXT","priority":"priority",
         "source":{"type":"email","id":"2","delivered_as":"customer_initiated","subject":"TEXT","body":"<p>TEXT</p>","url":"TEXT",
           "author":{"type":"user","id":"c1","name":"TEXT","email":"TEXT"},"attachments":[{"type":"upload","name":"TEXT","url":"TEXT","content_type":"TEXT","filesize":1}]},
         "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"c1","external_id":"TEXT"}]},
         "tags":{"type":"tag.list","tags":[{"type":"tag","id":"t1","name":"TEXT"}]},
         "company":{"type":"company","id":"k1","company_id":"TEXT","name":"TEXT"},
         "conversation_rating":{"rating":1,"remark":"TEXT","created_at":1700000000,"contact":{"type":"contact","id":"c1"},"teammate":{"type":"admin","id":"9"}},
         "ai_agent_participated":true,
         "ai_agent":{"source_type":"workflow","source_title":"TEXT","last_answer_type":"ai_answer","resolution_state":"assumed_resolution","rating":1,"rating_remark":"TEXT","content_sources":{"type":"content_source.list","total_count":0,"content_sources":[]}},
         "custom_attributes":{"Field":"TEXT"},
         "conversation_parts":{"type":"conversation_part.list","total_count":1,"conversation_parts":[{"type":"conversation_part","id":"p1","part_type":"comment","body":"<p>TEXT</p>","created_at":1700000000,
           "author":{"type":"user","id":"c1","name":"TEXT","email":"TEXT"},"attachments":[{"type":"upload","name":"TEXT","url":"TEXT","content_type":"TEXT","filesize":1}]}]}}
        """.Replace("TEXT", Hostile, StringComparison.Ordinal);

    private static string Datasets =>
        """{"type":"list","data":[{"id":"TEXT","name":"TEXT","description":"TEXT","attributes":[{"id":"TEXT","name":"TEXT"}]}]}"""
            .Replace("TEXT", Hostile, StringComparison.Ordinal);
    /// <summary>An admin, a team, a tag, a contact and a company in one: each command reads what it knows.</summary>
    private static string Person =>
        """
        {"id":"1","name":"TEXT","email":"TEXT","job_title":"TEXT","distribution_method":"TEXT","external_id":"TEXT","role":"TEXT","phone":"TEXT","company_id":"TEXT",
         "browser":"TEXT","os":"TEXT","location":{"country":"TEXT","region":"TEXT","city":"TEXT"},"plan":{"name":"TEXT"},"website":"TEXT","industry":"TEXT",
         "tags":{"tags":[{"id":"2","name":"TEXT"}],"data":[{"id":"TEXT"}]},"team_ids":["TEXT"],"admin_ids":["TEXT"],"custom_attributes":{"TEXT":"TEXT"}}
        """.Replace("TEXT", Hostile, StringComparison.Ordinal);

    private string[] Lines() => WithoutStyle(_host.Shown).Split('\n');

    private static string WithoutStyle(string shown) =>
        EngineStyles.Aggregate(shown, (text, style) => text.Replace(style, string.Empty, StringComparison.Ordinal));

    private static void AssertHarmless(string shown)
    {
        Assert.False(string.IsNullOrWhiteSpace(shown), "Nothing was shown.");
        char[] harmful = [.. WithoutStyle(shown).Where(character => (char.IsControl(character) && character is not '\n') || TurnsOrBreaks(character)).Distinct()];
        Assert.Empty(harmful.Select(character => $"U+{(int)character:X4}"));
    }

    /// <summary>What turns the direction of the text, or breaks its lines.</summary>
    private static bool TurnsOrBreaks(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029';
}
