using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Models.Json;

namespace IntercomPS.Tests.Models;

/// <summary>Reads conversations and pages from JSON as the client does.</summary>
internal static class ModelJson
{
    public static Conversation Conversation(JsonNode json) => Conversation(json.ToJsonString());

    public static Conversation Conversation(string json) =>
        AnswerReader.ReadConversation(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a conversation from a stream that gives a little at a time.</summary>
    public static Task<Conversation> StreamedConversationAsync(JsonNode json) => AnswerBody.ReadAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(json.ToJsonString())), AnswerReader.ReadConversation, watch: null, CancellationToken.None);

    public static Task<ConversationPage> PageAsync(params IEnumerable<JsonNode?> conversations)
    {
        var page = new JsonObject
        {
            ["type"] = "conversation.list",
            ["total_count"] = 1,
            ["conversations"] = new JsonArray(conversations.Select(conversation => conversation?.DeepClone()).ToArray()),
        };
        return PageAsync(page.ToJsonString());
    }

    public static Task<ConversationPage> PageAsync(string json) =>
        PageReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), _ => { }, CancellationToken.None);
}
