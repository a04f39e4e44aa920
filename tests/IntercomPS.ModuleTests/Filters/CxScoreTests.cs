using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Filters;

/// <summary>What a user is told of searches for CX scores, and what Intercom is asked.</summary>
public sealed class CxScoreTests
{
    private static SandboxOptions Workspace(bool acceptsFilter = false, bool scored = true) =>
        new() { Conversations = 400, Seed = 11, Now = ConnectedModule.Present, RateLimit = 0, AcceptCxScoreFilter = acceptsFilter, NoCxScores = !scored };

    [Theory]
    [InlineData("-CxScore 1", true)]
    [InlineData("-Filter { cx_score -eq 1 -and state -eq 'closed' }", true)]
    [InlineData("-Filter { cx_score_explanation -like '*a*' } -Rating 1", true)]
    [InlineData("-CxScore 1 -CreatedAfter 2025-02-01", false)]
    [InlineData("-Filter { cx_score -eq 1 -and closed_at -ge '2025-02-01' }", false)]
    [InlineData("-Filter { rating -eq 1 }", false)]
    public void A_search_without_a_time_warns_that_the_whole_workspace_is_read(string parameters, bool warns)
    {
        using ConnectedModule module = ConnectedModule.Start(Workspace());
        ScriptResult result = module.Run($"Search-IntercomConversation {parameters}");

        Assert.NotEmpty(result.Succeeded());
        Assert.Equal(warns ? 1 : 0, result.Warnings.Count(warning => warning.Contains("whole workspace", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Search-IntercomConversation -CxScoreBelow 3 -CreatedAfter 2025-01-01")]
    [InlineData("Export-IntercomConversation -Path $file -CxScoreBelow 3 -CreatedAfter 2025-01-01")]
    public void Where_nothing_was_ever_scored_one_warning_says_why(string script)
    {
        using var folder = new TemporaryFolder();
        using ConnectedModule module = ConnectedModule.Start(Workspace(scored: false));
        module.Runspace.SetVariable("file", folder.PathOf("scored.csv"));

        string warning = Assert.Single(module.Run(script).Warnings);

        Assert.Contains("Not one of the", warning, StringComparison.Ordinal);
        Assert.Contains("2.14", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_api_version_without_scores_is_told()
    {
        using ConnectedModule module = ConnectedModule.Start(Workspace());
        module.Connect("-ApiVersion 2.12");

        string warning = Assert.Single(module.Run("Search-IntercomConversation -CxScore 1 -CreatedAfter 2025-01-01").Warnings);

        Assert.Contains("this session asks for 2.12", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_customers_rating_is_never_taken_for_the_score()
    {
        using ConnectedModule module = ConnectedModule.Start(Workspace());
        SandboxConversation[] differing = [.. module.NewestFirst.Where(c => c.Rating?.Rating == 1 && c.CxScore is not (null or 1))];
        Assert.NotEmpty(differing);

        IReadOnlyList<string> found = module.Ids("Search-IntercomConversation -CxScore 1 -CreatedAfter 2024-01-01");

        Assert.DoesNotContain(differing, conversation => found.Contains(conversation.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_undocumented_filter_is_tried_and_done_without_where_it_is_refused(bool accepted)
    {
        using ConnectedModule module = ConnectedModule.Start(Workspace(acceptsFilter: accepted));
        string[] expected = [.. module.NewestFirst.Where(c => c.CxScore is 1 or 2).Select(c => c.Id)];

        ScriptResult? result = null;
        IReadOnlyList<SandboxRequest> requests = module.RequestsDuring(
            () => result = module.Run("Search-IntercomConversation -CxScore 1, 2 -CreatedAfter 2024-01-01 -ServerCxFilter -Verbose"));

        Assert.Equal(expected, result!.Succeeded().Select(found => (string)found.Properties["Id"].Value));
        Assert.Equal(accepted ? 0 : 1, requests.Count(request => request.Status == 400));
        Assert.Equal(accepted ? 0 : 1, result.Verbose.Count(line => line.Contains("refused the filter on the CX score", StringComparison.Ordinal)));
        Assert.Empty(result.Warnings);
    }
}
