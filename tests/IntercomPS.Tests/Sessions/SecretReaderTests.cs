using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IntercomPS.Client;
using IntercomPS.Sessions;
using Xunit;

namespace IntercomPS.Tests.Sessions;

/// <summary>The vault is a module of the same name that stands in for the real one.</summary>
public sealed class SecretReaderTests : IDisposable
{
    private const string Secret = "dG9rOnZlcnktc2VjcmV0";

    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
    private readonly Runspace? _before = Runspace.DefaultRunspace;

    public SecretReaderTests()
    {
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
    }

    [Theory]
    [InlineData("$Secret")]
    [InlineData("$s = [securestring]::new(); foreach ($c in $Secret.ToCharArray()) { $s.AppendChar($c) }; $s")]
    [InlineData("$s = [securestring]::new(); foreach ($c in $Secret.ToCharArray()) { $s.AppendChar($c) }; [pscredential]::new('anyone', $s)")]
    public void A_secret_of_any_kind_gives_the_token(string body)
    {
        UseVault(body);

        Assert.Equal("Bearer " + Secret, Read("intercom").ToHeader().ToString());
    }

    [Fact]
    public void Name_and_vault_are_handed_on_as_they_are()
    {
        UseVault("if ($Name -cne 'a''b; $x') { throw \"the name is $Name\" }; if ($Vault -cne 'My Vault') { throw \"the vault is $Vault\" }; $Secret");

        Assert.Equal("Bearer " + Secret, Read("a'b; $x", "My Vault").ToHeader().ToString());
    }

    [Fact]
    public void Without_a_vault_none_is_named()
    {
        UseVault("if ($PSBoundParameters.ContainsKey('Vault')) { throw 'a vault was named' }; $Secret");

        Assert.Equal("Bearer " + Secret, Read("intercom").ToHeader().ToString());
    }

    [Fact]
    public void A_function_of_the_same_name_elsewhere_is_not_asked()
    {
        Invoke($"function global:Get-Secret {{ '{Secret}' }}");

        Assert.Contains("SecretManagement", Assert.Throws<ArgumentException>(() => Read("intercom")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'no such secret'", "no such secret")]
    [InlineData("", "no secret")]
    [InlineData("'one'; 'two'", "more than one")]
    [InlineData("$null", "no secret")]
    [InlineData("42", "Int32")]
    public void What_is_no_token_is_refused_with_its_reason(string body, string reason)
    {
        UseVault(body);

        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Read("intercom")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_no_token_is_not_told()
    {
        UseVault("$Secret + \"`n\" + $Secret");

        Assert.DoesNotContain(Secret, Assert.Throws<ArgumentException>(() => Read("intercom")).ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Runspace.DefaultRunspace = _before;
        _runspace.Dispose();
    }

    private void UseVault(string body) => Invoke(
        "New-Module -Name Microsoft.PowerShell.SecretManagement -ScriptBlock { "
        + $"$Secret = '{Secret}'; function Get-Secret {{ param($Name, $Vault) {body} }} }} | Import-Module");

    private AccessToken Read(string name, string? vault = null) => SecretReader.Read(
        ((EngineIntrinsics)_runspace.SessionStateProxy.GetVariable("ExecutionContext")).SessionState, name, vault);

    private void Invoke(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script).Invoke();
        Assert.Empty(shell.Streams.Error);
    }
}
