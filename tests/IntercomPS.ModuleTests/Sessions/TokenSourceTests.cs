using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Sessions;

/// <summary>Where Connect-Intercom takes the token from.</summary>
public sealed class TokenSourceTests : IClassFixture<SharedWorkspace>, IDisposable
{
    private const string Vault =
        "New-Module -Name Microsoft.PowerShell.SecretManagement -ScriptBlock { function Get-Secret { param($Name, $Vault) "
        + "if ($Name -eq 'intercom' -and (-not $Vault -or $Vault -eq 'work')) { $global:secret } else { throw \"no secret $Name\" } } } | Import-Module;";

    private readonly SandboxServer _server;
    private readonly ModuleRunspace _runspace = ModuleRunspace.Open();

    public TokenSourceTests(SharedWorkspace shared)
    {
        _server = shared.Module.Server;
        string token = _server.AccessToken;
        _runspace.SetVariable("uri", _server.BaseUri);
        _runspace.SetVariable("text", token);
        _runspace.SetVariable("secure", SecureText.Of(token));
        _runspace.SetVariable("credential", new PSCredential("anyone", SecureText.Of(token)));
    }

    public static TheoryData<string> Sources =>
    [
        "-AccessToken $secure -BaseUri $uri",
        "$secure -BaseUri $uri",
        "-Credential $credential -BaseUri $uri",
        "-Connection @{ AccessToken = $text } -BaseUri $uri",
        "-Connection @{ AccessToken = $text; BaseUri = \"$uri\" }",
        "-Connection @{ AccessToken = $secure; BaseUri = $uri; Region = 'US' }",
        "-Connection @{ Token = $credential; BaseUri = $uri; ApiVersion = '2.15' }",
        "-Connection @{ AccessToken = $text; BaseUri = 'https://wrong.invalid'; ApiVersion = '2.11' } -BaseUri $uri -ApiVersion 2.15",
    ];

    public static TheoryData<string> UnusableSources =>
    [
        "-AccessToken ([securestring]::new()) -BaseUri $uri",
        "-Connection @{} -BaseUri $uri",
        "-Connection @{ AccessToken = '' } -BaseUri $uri",
        "-Connection @{ AccessToken = 42 } -BaseUri $uri",
        "-Connection @{ AccessToken = \"$text`n$text\" } -BaseUri $uri",
        "-Connection @{ AccessToken = $text; Region = 'Mars' } -BaseUri $uri",
        "-Connection @{ AccessToken = $text; BaseUri = 'nowhere' }",
    ];

    public void Dispose() => _runspace.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public void Each_source_of_a_token_connects(string parameters)
    {
        PSObject session = Assert.Single(_runspace.Run($"Connect-Intercom {parameters} -PassThru").Succeeded());

        Assert.Equal(_server.Workspace.Id, session.Properties["WorkspaceId"].Value);
        Assert.Equal("2.15", session.Properties["ApiVersion"].Value);
    }

    [Theory]
    [InlineData("$global:secret = $text", "-SecretName intercom")]
    [InlineData("$global:secret = $secure", "-SecretName intercom -Vault work")]
    [InlineData("$global:secret = $credential", "-SecretName intercom")]
    public void A_secret_of_a_vault_connects(string secret, string parameters) =>
        Assert.Single(_runspace.Run($"{Vault} {secret}; Connect-Intercom {parameters} -BaseUri $uri -PassThru").Succeeded());

    [Theory]
    [InlineData("", "-SecretName intercom", "Microsoft.PowerShell.SecretManagement")]
    [InlineData(Vault, "-SecretName other", "no secret other")]
    [InlineData(Vault, "-SecretName intercom -Vault home", "intercom")]
    public void A_vault_or_a_secret_that_is_not_there_is_told(string prepare, string parameters, string told)
    {
        ScriptResult result = _runspace.RunToError($"{prepare} $global:secret = $text; Connect-Intercom {parameters} -BaseUri $uri");

        AssertUnusable(result);
        Assert.Contains(told, result.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(UnusableSources))]
    public void What_holds_no_token_ends_the_command(string parameters)
    {
        ScriptResult result = _runspace.RunToError($"Connect-Intercom {parameters}");

        AssertUnusable(result);
        Assert.DoesNotContain(_server.AccessToken, result.AllText, StringComparison.Ordinal);
        Assert.Empty(_runspace.Run("Get-IntercomSession").Succeeded());
    }

    [Fact]
    public void The_connection_that_was_given_stays_as_it_was()
    {
        var connection = new Hashtable { ["AccessToken"] = _server.AccessToken, ["BaseUri"] = _server.BaseUri };
        _runspace.SetVariable("connection", connection);

        _runspace.Run("Connect-Intercom -Connection $connection").Succeeded();

        Assert.Equal(["AccessToken", "BaseUri"], connection.Keys.Cast<string>().Order());
    }

    private static void AssertUnusable(ScriptResult result)
    {
        Assert.Equal("AccessTokenUnusable,IntercomPS.Cmdlets.Connection.ConnectIntercomCommand", result.FailureId);
        Assert.Equal(ErrorCategory.InvalidArgument, result.Failure!.ErrorRecord.CategoryInfo.Category);
        Assert.Null(result.Failure.ErrorRecord.TargetObject);
    }
}
