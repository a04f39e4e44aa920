using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Sessions;

[Collection(FakeTimeGroup.Name)]
public sealed class SessionConnectorTests
{
    private const string Us = "api.intercom.io";
    private const string Eu = "api.eu.intercom.io";
    private const string Au = "api.au.intercom.io";

    [Fact]
    public async Task Without_a_region_the_regions_are_tried_until_one_takes_the_token()
    {
        var hosts = new FakeHosts(request => request.RequestUri!.Host == Au ? FakeHosts.Me("AU") : Refusal());

        IntercomSession session = await hosts.ConnectAsync();

        Assert.Equal([Us, Eu, Au], hosts.HostsAsked);
        Assert.Equal(IntercomRegion.AU, session.Region);
        Assert.Equal(new Uri("https://api.au.intercom.io/"), session.BaseUri);
        Assert.Equal(1, hosts.OpenClients);
    }

    [Theory]
    [InlineData("US", Us)]
    [InlineData("Europe", Us, Eu)]
    [InlineData("EU", Us, Eu)]
    [InlineData("Australia", Us, Au)]
    public async Task A_workspace_that_tells_of_another_region_is_connected_to_there(string told, params string[] asked)
    {
        var hosts = new FakeHosts(_ => FakeHosts.Me(told));

        IntercomSession session = await hosts.ConnectAsync();

        Assert.Equal(asked, hosts.HostsAsked);
        Assert.Equal(asked[^1], session.BaseUri.Host);
        Assert.Equal(1, hosts.OpenClients);
    }

    [Fact]
    public async Task The_change_of_the_host_is_told_in_a_line()
    {
        var hosts = new FakeHosts(_ => FakeHosts.Me("Europe"));

        await hosts.ConnectAsync();

        Assert.Contains(Eu, Assert.Single(hosts.Observer.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_that_is_given_is_asked_alone()
    {
        var hosts = new FakeHosts(_ => FakeHosts.Me("EU"));

        IntercomSession session = await hosts.ConnectAsync(IntercomRegion.EU);

        Assert.Equal([Eu], hosts.HostsAsked);
        Assert.Equal(IntercomRegion.EU, session.Region);
    }

    [Fact]
    public async Task A_region_that_is_given_and_refuses_ends_it()
    {
        var hosts = new FakeHosts(_ => Refusal());

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => hosts.ConnectAsync(IntercomRegion.EU));

        Assert.Equal(ApiErrorKind.Unauthorized, error.Kind);
        Assert.Equal([Eu], hosts.HostsAsked);
        Assert.Equal(0, hosts.OpenClients);
    }

    [Fact]
    public async Task An_address_that_is_given_is_kept_whatever_region_the_workspace_tells_of()
    {
        var hosts = new FakeHosts(_ => FakeHosts.Me("Europe"));

        IntercomSession session = await hosts.ConnectAsync(baseUri: new Uri("https://gateway.example.com/intercom/"));

        HttpRequestMessage request = Assert.Single(hosts.Requests);
        Assert.Equal(new Uri("https://gateway.example.com/intercom/me"), request.RequestUri);
        Assert.Equal(IntercomRegion.EU, session.Region);
        Assert.Equal(new Uri("https://gateway.example.com/intercom/"), session.BaseUri);
    }

    [Fact]
    public async Task A_token_without_a_workspace_still_connects()
    {
        var hosts = new FakeHosts(_ => Answers.Json("""{"type":"admin","id":"991","name":"Mira","email":null,"app":null}"""));

        IntercomSession session = await hosts.ConnectAsync();

        Assert.Null(session.WorkspaceId);
        Assert.Null(session.WorkspaceName);
        Assert.Equal("991", session.AdminId);
        Assert.Equal(IntercomRegion.US, session.Region);
        Assert.Equal([Us], hosts.HostsAsked);
    }

    [Fact]
    public async Task Refused_everywhere_it_tells_what_the_first_host_said()
    {
        var hosts = new FakeHosts(request => Answers.Error(HttpStatusCode.Unauthorized, "unauthorized", $"Said by {request.RequestUri!.Host}"));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => hosts.ConnectAsync());

        Assert.Equal(ApiErrorKind.Unauthorized, error.Kind);
        Assert.Equal([Us, Eu, Au], hosts.HostsAsked);
        Assert.Contains("Said by " + Us, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(hosts.Token, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, hosts.OpenClients);
    }

    [Fact]
    public async Task A_server_error_is_tried_again_once()
    {
        int answers = 0;
        var hosts = new FakeHosts(_ => ++answers == 1 ? Answers.Html(HttpStatusCode.BadGateway) : FakeHosts.Me("US"));

        IntercomSession session = await hosts.ConnectAsync();

        Assert.Equal([Us, Us], hosts.HostsAsked);
        Assert.Equal("abc12", session.WorkspaceId);
        Assert.Single(hosts.Observer.Retries);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_ends_it_and_no_other_region_is_asked()
    {
        var hosts = new FakeHosts(_ => Answers.Html(HttpStatusCode.ServiceUnavailable));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => hosts.ConnectAsync());

        Assert.Equal(ApiErrorKind.Unavailable, error.Kind);
        Assert.Equal([Us, Us], hosts.HostsAsked);
        Assert.Equal(0, hosts.OpenClients);
    }

    [Fact]
    public async Task The_session_tells_workspace_admin_region_and_version()
    {
        var hosts = new FakeHosts(_ => FakeHosts.Me("US"));

        IntercomSession session = await hosts.ConnectAsync(apiVersion: "2.16");

        Assert.Equal(
            ("abc12", "Acme", "Europe/Dublin", "991", "Mira", "mira@example.com", "2.16"),
            (session.WorkspaceId, session.WorkspaceName, session.TimeZone, session.AdminId, session.AdminName, session.AdminEmail, session.ApiVersion));
        Assert.True(session.IsOpen);
        Assert.Equal(FakeTime.Began, session.ConnectedAt);
        Assert.Equal("Acme (Mira)", session.ToString());
        Assert.Equal("2.16", hosts.Requests.Single().Headers.GetValues("Intercom-Version").Single());
        Assert.Equal("Bearer " + hosts.Token, hosts.Requests.Single().Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task Closing_a_session_disposes_of_its_client()
    {
        var hosts = new FakeHosts(_ => FakeHosts.Me("US"));
        IntercomSession session = await hosts.ConnectAsync();

        session.Close();

        Assert.False(session.IsOpen);
        Assert.Equal(0, hosts.OpenClients);
    }

    private static HttpResponseMessage Refusal() => Answers.Error(HttpStatusCode.Unauthorized, "unauthorized");
}
