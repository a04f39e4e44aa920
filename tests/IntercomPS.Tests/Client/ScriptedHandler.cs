using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Tests.Client;

/// <summary>Answers each request with what a function makes of it, and keeps what was asked.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Func<ScriptedRequest, CancellationToken, Task<HttpResponseMessage>> _answer;
    private int _count;
    private int _underWay;

    public ScriptedHandler(Func<ScriptedRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answer = answer;
    }

    public ScriptedHandler(Func<ScriptedRequest, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public ConcurrentQueue<ScriptedRequest> Requests { get; } = new();

    public IReadOnlyList<JsonNode> Bodies => Requests.Select(request => request.Json!).ToList();

    public int MostUnderWay { get; private set; }

    public int UnderWay => Volatile.Read(ref _underWay);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        int underWay = Interlocked.Increment(ref _underWay);
        lock (Requests)
        {
            MostUnderWay = Math.Max(MostUnderWay, underWay);
        }

        try
        {
            string? body = message.Content is null ? null : await message.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var request = new ScriptedRequest(Interlocked.Increment(ref _count), message, body);
            Requests.Enqueue(request);
            return await _answer(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

/// <summary>A request as it was sent.</summary>
/// <param name="Number">The how manieth it was, from 1.</param>
/// <param name="Message">The message.</param>
/// <param name="Body">Its body.</param>
internal sealed record ScriptedRequest(int Number, HttpRequestMessage Message, string? Body)
{
    public JsonNode? Json => Body is null ? null : JsonNode.Parse(Body);

    public string Path => Message.RequestUri!.AbsolutePath;

    public string? Cursor => (string?)Json?["pagination"]?["starting_after"];

    public int PageSize => (int)Json!["pagination"]!["per_page"]!;
}
