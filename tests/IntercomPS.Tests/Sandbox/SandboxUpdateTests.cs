using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>PUT /conversations/{id}.</summary>
public sealed class SandboxUpdateTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxOptions { Conversations = 30, RateLimit = 0, Now = new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero) });
    private readonly SandboxClient _client;
    private readonly SandboxConversation _conversation;

    public SandboxUpdateTests()
    {
        _client = new SandboxClient(_server);
        _conversation = _server.Workspace.Conversations[4];
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task What_is_written_is_answered_read_and_found_and_updated_at_moves()
    {
        long before = _conversation.UpdatedAt.ToUnixTimeSeconds();
        SandboxCompany company = _server.Workspace.Companies[9];
        Assert.Empty(await _client.SearchIdsAsync(SandboxClient.Filter("custom_attributes.External score", "=", 5)));

        using HttpResponseMessage response = await PutAsync(
            _conversation.Id, $$$"""{"title":"new","read":false,"company_id":"{{{company.Id}}}","custom_attributes":{"External score":5,"Is VIP?":true}}""");
        JsonElement answered = await SandboxClient.ReadAsync(response);
        JsonElement read = await _client.GetAsync("conversations/" + _conversation.Id);

        Assert.Equal(answered.GetRawText(), read.GetRawText());
        Assert.Equal("new", read.GetProperty("title").GetString());
        Assert.False(read.GetProperty("read").GetBoolean());
        Assert.Equal(company.Id, read.GetProperty("company").GetProperty("id").GetString());
        Assert.Equal(5, read.GetProperty("custom_attributes").GetProperty("External score").GetInt32());
        Assert.True(read.GetProperty("updated_at").GetInt64() > before);
        Assert.Equal([_conversation.Id], await _client.SearchIdsAsync(SandboxClient.Filter("custom_attributes.External score", "=", 5)));
    }

    [Fact]
    public async Task Null_clears_an_attribute_and_the_others_stay()
    {
        using HttpResponseMessage set = await PutAsync(_conversation.Id, """{"custom_attributes":{"External score":5,"Order Number":"7"}}""");
        using HttpResponseMessage cleared = await PutAsync(_conversation.Id, """{"custom_attributes":{"External score":null}}""");

        JsonElement attributes = (await SandboxClient.ReadAsync(cleared)).GetProperty("custom_attributes");
        Assert.False(attributes.TryGetProperty("External score", out _));
        Assert.Equal("7", attributes.GetProperty("Order Number").GetString());
    }

    [Theory]
    [InlineData("""[]""", 400, "bad_request")]
    [InlineData("""{"title":"changed",""", 400, "bad_request")]
    [InlineData("""{"title":"changed","read":"yes"}""", 400, "parameter_invalid")]
    [InlineData("""{"title":7}""", 400, "parameter_invalid")]
    [InlineData("""{"title":"changed","custom_attributes":[]}""", 400, "parameter_invalid")]
    [InlineData("""{"title":"changed","custom_attributes":{"anything":"you want"}}""", 400, "parameter_invalid")]
    [InlineData("""{"title":"changed","custom_attributes":{"External score":"5"}}""", 400, "parameter_invalid")]
    [InlineData("""{"title":"changed","custom_attributes":{"Order Number":5}}""", 400, "parameter_invalid")]
    [InlineData("""{"title":"changed","company_id":"none"}""", 404, "company_not_found")]
    public async Task A_bad_body_is_refused_and_changes_nothing(string body, int status, string code)
    {
        string? title = _conversation.Title;
        using HttpResponseMessage response = await PutAsync(_conversation.Id, body);

        Assert.Equal(code, await SandboxClient.ReadErrorAsync(response, status));
        Assert.Equal(title, _conversation.Title);
    }

    [Fact]
    public async Task An_unknown_conversation_gives_404()
    {
        using HttpResponseMessage response = await PutAsync("17", """{"read":true}""");

        Assert.Equal("not_found", await SandboxClient.ReadErrorAsync(response, 404));
    }

    private Task<HttpResponseMessage> PutAsync(string id, string body) => _client.Http.PutAsync(
        "conversations/" + id, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
}
