using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Filters;

/// <summary>What a user sees of a filter that cannot work, and that nothing was sent.</summary>
public sealed class FilterErrorTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public FilterErrorTests(SharedWorkspace shared) => _module = shared.Module;

    [Theory]
    [InlineData("{ ratng -le 2 }", "'rating'", "ratng")]
    [InlineData("\"state -match 'open'\"", "-like", "-match")]
    [InlineData("\"rating -le (Get-Date)\"", "command", "(Get-Date)")]
    [InlineData("\"rating -le `$nowhere\"", "nowhere", "$nowhere")]
    [InlineData("{ rating -like '1*' }", "-ge", "-like")]
    [InlineData("{ state -eq 'clsed' }", "closed", "'clsed'")]
    [InlineData("{ channel_initiated -notlike 'em*' }", "show", "'em*'")]
    public void An_error_names_the_way_out_and_underlines_the_place(string filter, string advice, string underlined)
    {
        ErrorRecord? error = null;
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(
            () => error = _module.Failure($"Search-IntercomConversation -Filter {filter}"));

        Assert.Equal("InvalidQuery", error!.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(advice, error.Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(underlined, Underlined(error.Exception.Message));
        Assert.Empty(requests);
    }

    [Theory]
    [InlineData("\nSearch-IntercomConversation -Filter { state -eq 'open' -and\n  sate -eq 'x' }", 3, 3, "sate")]
    [InlineData("$f = { tag -eq 'no such tag' }; Get-IntercomQuery -Filter $f", 1, 16, "'no such tag'")]
    [InlineData("Search-IntercomConversation -Filter { rating -le }", 1, 46, "-le")]
    public void A_block_in_a_script_file_is_underlined_there(string script, int line, int column, string underlined)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("wrong.ps1"), script);
        _module.Runspace.SetVariable("file", folder.PathOf("wrong.ps1"));

        ErrorRecord error = _module.Failure("& $file");

        Assert.Equal((folder.PathOf("wrong.ps1"), line, column), (error.InvocationInfo.ScriptName, error.InvocationInfo.ScriptLineNumber, error.InvocationInfo.OffsetInLine));
        string[] position = error.InvocationInfo.PositionMessage.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(underlined, position[1].Substring(position[2].IndexOf('~', StringComparison.Ordinal), position[2].Count(character => character == '~')));
        Assert.DoesNotContain('\n', error.ErrorDetails.Message);
        Assert.StartsWith(error.ErrorDetails.Message, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(underlined, Underlined(error.Exception.Message));
    }

    [Fact]
    public void The_lines_of_a_file_are_one_text()
    {
        ErrorRecord error = _module.Failure("Search-IntercomConversation -Filter 'rating -le 2', '-and open'");

        Assert.Equal("InvalidQuery", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("Get-Content -Raw", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Filter { tag -eq 'no such tag at all' }", "tag")]
    [InlineData("-Filter { admin -eq 'Nobody Nowhere' }", "admin")]
    [InlineData("-Tag 'no such tag at all'", "tag")]
    [InlineData("-Team 'no such team'", "team")]
    [InlineData("-ContactEmail 'nobody@nowhere.invalid'", "contact")]
    public void A_name_that_the_workspace_does_not_have_is_an_error(string parameters, string thing)
    {
        ErrorRecord error = _module.Failure($"Search-IntercomConversation {parameters}");

        Assert.Equal("InvalidQuery", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains($"no {thing}", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_nearly_right_is_answered_with_the_right_one()
    {
        string name = _module.Server.Workspace.Tags[0].Name;
        ErrorRecord error = _module.Failure($"Search-IntercomConversation -Tag '{name}x'");

        Assert.Contains($"'{name}'", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_text_is_run()
    {
        _module.Run("function global:Invoke-Trap { $global:trapped = $true; 'open' }").Succeeded();
        foreach (string filter in new[] { "state -eq (Invoke-Trap)", "state -eq $(Invoke-Trap)", "state -eq \"$(Invoke-Trap)\"", "Invoke-Trap", "state -eq 'open'; Invoke-Trap", "state -eq @(Invoke-Trap)", "state -eq 'open' -and $(Invoke-Trap) -eq 1" })
        {
            _module.Runspace.SetVariable("filter", filter);
            Assert.Equal("InvalidQuery", _module.Failure("Search-IntercomConversation -Filter $filter").FullyQualifiedErrorId.Split(',')[0]);
        }

        Assert.Equal("False", _module.Run("[bool] $global:trapped").Output.Single().ToString());
    }

    /// <summary>The text above the line of tildes.</summary>
    private static string Underlined(string message)
    {
        string[] lines = message.Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains('~') && text.Trim().All(letter => letter == '~'));
        Assert.True(line > 0, message);
        int start = lines[line].IndexOf('~', StringComparison.Ordinal);
        return lines[line - 1].Substring(start, lines[line].Trim().Length);
    }
}
