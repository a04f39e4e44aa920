using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Engine;

/// <summary>The errors that scripts look at: id, category, target, and whether they end the command.</summary>
public sealed class ErrorTests : IClassFixture<SharedWorkspace>
{
    private const string Get = ",IntercomPS.Cmdlets.Conversations.GetIntercomConversationCommand";
    private const string Search = ",IntercomPS.Cmdlets.Conversations.SearchIntercomConversationCommand";
    private const string Export = ",IntercomPS.Cmdlets.Conversations.ExportIntercomConversationCommand";

    private readonly ConnectedModule _module;

    public ErrorTests(SharedWorkspace shared) => _module = shared.Module;

    [Fact]
    public void A_missing_conversation_is_an_error_of_its_own_and_the_others_come()
    {
        string id = _module.Server.Workspace.Conversations[0].Id;

        ScriptResult result = _module.Runspace.RunToError($"'nope', '{id}', 'gone' | Get-IntercomConversation");

        Assert.Null(result.Failure);
        Assert.Equal(id, Assert.Single(result.Output).Properties["Id"].Value);
        Assert.Equal(["nope", "gone"], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors, error => AssertError(error, "ConversationNotFound" + Get, ErrorCategory.ObjectNotFound));
    }

    [Theory]
    [InlineData("Search-IntercomConversation -Query 'no json'", "InvalidQuery" + Search, ErrorCategory.InvalidArgument)]
    [InlineData("Get-IntercomConversation -Id 1 -First 3", "PagingNeedsListing" + Get, ErrorCategory.InvalidArgument)]
    [InlineData("Search-IntercomConversation -First 1 | Export-IntercomConversation -Path a.csv -State Open", "InputAndSearch" + Export, ErrorCategory.InvalidArgument)]
    [InlineData("Export-IntercomConversation -Path a.csv -Property no_such_column", "UnknownColumn" + Export, ErrorCategory.InvalidArgument, "no_such_column")]
    [InlineData("Export-IntercomConversation -Path a.xyz", "InvalidPath" + Export, ErrorCategory.InvalidArgument, "a.xyz")]
    [InlineData("Export-IntercomConversation -Path Env:\\a.csv", "InvalidPath" + Export, ErrorCategory.InvalidArgument, "Env:\\a.csv")]
    [InlineData("Export-IntercomConversation -Path Nowhere:\\a.csv", "InvalidPath" + Export, ErrorCategory.InvalidArgument, "Nowhere:\\a.csv")]
    public void What_is_asked_for_wrongly_ends_the_command_before_a_request(string script, string id, ErrorCategory category, string? target = null)
    {
        int before = _module.Server.Counters.Recent.Count(request => request.Route != "/conversations/search");

        ErrorRecord error = _module.Failure(script);

        AssertError(error, id, category);
        Assert.Equal(target, error.TargetObject);
        Assert.Equal(before, _module.Server.Counters.Recent.Count(request => request.Route != "/conversations/search"));
    }

    [Theory]
    [InlineData("missing/a.csv", ErrorCategory.WriteError)]
    [InlineData("", ErrorCategory.WriteError)]
    [InlineData("there.csv", ErrorCategory.ResourceExists)]
    public void A_place_that_cannot_be_written_is_told_with_its_full_path(string name, ErrorCategory category)
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder.PathOf("there.csv"), "old");
        string path = folder.PathOf(name);
        _module.Runspace.SetVariable("path", path);

        ErrorRecord error = _module.Failure("Export-IntercomConversation -Path $path -Format Csv");

        AssertError(error, "ExportTargetUnusable" + Export, category);
        Assert.Equal(System.IO.Path.GetFullPath(path), error.TargetObject);
        Assert.Equal(["there.csv"], folder.Names);
    }

    [Theory]
    [InlineData(401, "unauthorized", "Unauthorized", ErrorCategory.AuthenticationError)]
    [InlineData(403, "api_plan_restricted", "Forbidden", ErrorCategory.PermissionDenied)]
    [InlineData(400, "intercom_version_invalid", "ApiVersionUnsupported", ErrorCategory.NotImplemented)]
    [InlineData(422, "parameter_invalid", "RequestRejected", ErrorCategory.InvalidArgument)]
    public void What_the_server_refuses_ends_a_search_and_names_the_request(int status, string code, string id, ErrorCategory category)
    {
        using StubbedModule module = StubbedModule.Start(_ => StubAnswer.Error(status, code, "The server says so."));

        ErrorRecord error = Caught(module, "Search-IntercomConversation");

        AssertError(error, id + Search, category);
        Assert.Contains("The server says so", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("req-77", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("req-77", error.Exception.GetType().GetProperty("RequestId")!.GetValue(error.Exception));
        Assert.Equal(2, module.Server.Requests.Count);
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden")]
    public void A_refusal_that_concerns_every_conversation_ends_the_command_once(int status, string id)
    {
        using StubbedModule module = StubbedModule.Start(_ => StubAnswer.Error(status, "refused"));

        ScriptResult result = module.Runspace.RunToError("1..300 | Get-IntercomConversation");

        Assert.Equal(id + Get, result.FailureId);
        Assert.Empty(result.Errors);
        Assert.True(module.Server.Requests.Count < 100, "It went on asking.");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", ErrorCategory.ConnectionError)]
    [InlineData(null, ErrorCategory.ResourceUnavailable)]
    public void A_server_that_cannot_be_had_is_unavailable(string? address, ErrorCategory category)
    {
        using var failing = new StubServer(_ => new StubAnswer(503, "<html>Down</html>"));
        using ModuleRunspace runspace = ModuleRunspace.Open();
        runspace.SetVariable("token", SecureText.Of("any"));

        ScriptResult result = runspace.RunToError($"Connect-Intercom -AccessToken $token -BaseUri {address ?? failing.BaseUri.ToString()}");

        AssertError(result.Failure!.ErrorRecord, "ApiUnavailable,IntercomPS.Cmdlets.Connection.ConnectIntercomCommand", category);
        Assert.DoesNotContain("<html>", result.AllText, StringComparison.Ordinal);
    }

    private static ErrorRecord Caught(StubbedModule module, string script)
    {
        IReadOnlyList<PSObject> output = module.Runspace.Run($"try {{ {script} }} catch {{ $_ }}").Output;
        return Assert.IsType<ErrorRecord>(Assert.Single(output).BaseObject);
    }

    private static void AssertError(ErrorRecord error, string id, ErrorCategory category)
    {
        Assert.Equal(id, error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }
}
