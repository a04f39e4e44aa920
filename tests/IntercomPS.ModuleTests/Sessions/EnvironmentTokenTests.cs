using System;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Sessions;

[Collection(SerialTests.Name)]
public sealed class EnvironmentTokenTests : IDisposable
{
    private const string Variable = "INTERCOM_ACCESS_TOKEN";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly ModuleRunspace _runspace = ModuleRunspace.Open();
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxOptions { Conversations = 1 });

    public EnvironmentTokenTests() => _runspace.SetVariable("uri", _server.BaseUri);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _runspace.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Without_a_parameter_the_token_comes_from_the_environment()
    {
        Environment.SetEnvironmentVariable(Variable, $" {_server.AccessToken}\n");

        Assert.Single(_runspace.Run("Connect-Intercom -BaseUri $uri -PassThru").Succeeded());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void With_none_at_all_it_says_where_one_can_come_from(string? value)
    {
        Environment.SetEnvironmentVariable(Variable, value);

        ScriptResult result = _runspace.RunToError("Connect-Intercom -BaseUri $uri");

        Assert.Equal("AccessTokenUnusable,IntercomPS.Cmdlets.Connection.ConnectIntercomCommand", result.FailureId);
        Assert.Contains(Variable, result.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("-AccessToken", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_goes_before_the_environment()
    {
        Environment.SetEnvironmentVariable(Variable, "another-token");
        _runspace.SetVariable("token", SecureText.Of(_server.AccessToken));

        Assert.Single(_runspace.Run("Connect-Intercom -AccessToken $token -BaseUri $uri -PassThru").Succeeded());
    }
}
