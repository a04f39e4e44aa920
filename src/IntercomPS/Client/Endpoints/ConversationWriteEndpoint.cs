using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;

namespace IntercomPS.Client.Endpoints;

/// <summary>What changes conversations.</summary>
internal sealed class ConversationWriteEndpoint
{
    private readonly IntercomClient _client;

    public ConversationWriteEndpoint(IntercomClient client)
    {
        _client = client;
    }

    /// <summary>Changes a conversation's own fields (PUT /conversations/{id}).</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The conversation as it is now.</returns>
    /// <exception cref="IntercomException">It does not exist, the change was refused, or what became of it is not known.</exception>
    public Task<Conversation> UpdateAsync(string id, ConversationUpdate update, CancellationToken cancellationToken)
    {
        var put = new IntercomRequest(HttpMethod.Put, "/conversations/" + Uri.EscapeDataString(id)) { Body = update.ToJson(), IsRead = false };
        return _client.SendAsync(put, AnswerReader.ReadConversation, cancellationToken);
    }
}
