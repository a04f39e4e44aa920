using System;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Sessions;

public sealed class GovernorRegistryTests
{
    private readonly Uri _host = new("https://api.intercom.test/");
    private readonly string _token = Guid.NewGuid().ToString("N");

    [Fact]
    public void Sessions_of_one_token_and_host_share_a_governor() =>
        Assert.Same(
            GovernorRegistry.For(new AccessToken(_token), _host),
            GovernorRegistry.For(new AccessToken(" " + _token), new Uri("https://API.intercom.test/prefix/")));

    [Fact]
    public void Another_token_has_another() =>
        Assert.NotSame(
            GovernorRegistry.For(new AccessToken(_token), _host),
            GovernorRegistry.For(new AccessToken(_token + "x"), _host));

    [Theory]
    [InlineData("https://api.eu.intercom.test/")]
    [InlineData("https://api.intercom.test:8443/")]
    [InlineData("http://api.intercom.test/")]
    public void Another_host_has_another(string other) =>
        Assert.NotSame(
            GovernorRegistry.For(new AccessToken(_token), _host),
            GovernorRegistry.For(new AccessToken(_token), new Uri(other)));
}
