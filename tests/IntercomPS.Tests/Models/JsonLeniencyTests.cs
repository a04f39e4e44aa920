using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Models;

public sealed class JsonLeniencyTests
{
    private static readonly string[] Replacements =
        ["null", "\"text\"", "\"\"", "-1", "0", "1e400", "99999999999999999999", "2.5", "true", "false", "[]", "[[1],\"x\",null,{}]", "{}", "{\"a\":{\"b\":[1]}}"];

    [Fact]
    public async Task Any_field_of_any_other_type_leaves_the_page_and_its_other_conversations_intact()
    {
        string before = Digest(ModelJson.Conversation(ConversationSample.Full("1")));
        int tried = 0;
        foreach (string path in Paths(ConversationSample.Full(), string.Empty).ToList())
        {
            foreach (string replacement in Replacements)
            {
                ConversationPage page = await ModelJson.PageAsync(
                    ConversationSample.Full("1"), Replaced(ConversationSample.Full(), path, replacement), ConversationSample.Full("1"));

                Assert.True(page.Conversations.Count == 3, $"{path} = {replacement}");
                Assert.Equal(before, Digest(page.Conversations[0]));
                Assert.Equal(before, Digest(page.Conversations[2]));
                _ = Digest(page.Conversations[1]);
                tried++;
            }
        }

        Assert.True(tried > 1500, $"{tried}");
    }

    [Fact]
    public async Task Any_field_of_any_other_type_reads_the_same_while_the_rest_of_the_answer_is_still_to_come()
    {
        // More than the serializer's buffer of 16 KB.
        string more = new(' ', 40_000);
        foreach (string path in Paths(ConversationSample.Full(), string.Empty).ToList())
        {
            foreach (string replacement in Replacements)
            {
                JsonNode json = Replaced(ConversationSample.Full(), path, replacement);
                json["more"] = more;

                Assert.Equal(Digest(ModelJson.Conversation(json)), Digest(await ModelJson.StreamedConversationAsync(json)));
            }
        }
    }

    [Fact]
    public async Task Any_field_can_be_missing()
    {
        foreach (string path in Paths(ConversationSample.Full(), string.Empty).ToList())
        {
            ConversationPage page = await ModelJson.PageAsync(Replaced(ConversationSample.Full(), path, json: null));

            _ = Digest(Assert.Single(page.Conversations));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("[{}]")]
    public async Task An_item_that_is_no_conversation_is_left_out(string item)
    {
        ConversationPage page = await ModelJson.PageAsync(ConversationSample.Full("1"), JsonNode.Parse(item), ConversationSample.Full("2"));

        Assert.Equal(["1", "2"], page.Conversations.Select(conversation => conversation.Id));
    }

    [Theory]
    [InlineData("""\ud83d""", "\ufffd")]
    [InlineData("""a\n\ud83d\"b\\""", "a\n\ufffd\"b\\")]
    [InlineData("""\ud83d\ude00 \udc00""", "\U0001F600 \ufffd")]
    public async Task Half_an_emoji_in_a_text_is_replaced(string escaped, string expected)
    {
        ConversationPage page = await ModelJson.PageAsync(
            """{"conversations":[{"id":"1","title":"T","custom_attributes":{"T":"T"}},{"id":"2"}]}""".Replace("T", escaped, StringComparison.Ordinal));

        Assert.Equal(expected, page.Conversations[0].Title);
        Assert.Equal(expected, page.Conversations[0].CustomAttributes[expected]);
        Assert.Equal("2", page.Conversations[1].Id);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_replaced()
    {
        byte[] json = [.. "{\"conversations\":[{\"id\":\"1\",\"title\":\"a"u8, 0xC3, .. "b\"}]}"u8];

        ConversationPage page = await PageReader.ReadAsync(new System.IO.MemoryStream(json), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal("a\ufffdb", page.Conversations[0].Title);
    }

    private static IEnumerable<string> Paths(JsonNode? node, string prefix) => node switch
    {
        JsonObject map => map.SelectMany(entry => new[] { $"{prefix}/{entry.Key}" }.Concat(Paths(entry.Value, $"{prefix}/{entry.Key}"))),
        JsonArray list => list.SelectMany((item, index) => new[] { $"{prefix}/{index}" }.Concat(Paths(item, $"{prefix}/{index}"))),
        _ => [],
    };

    private static JsonObject Replaced(JsonObject root, string path, string? json)
    {
        string[] steps = path.TrimStart('/').Split('/');
        JsonNode parent = root;
        foreach (string step in steps[..^1])
        {
            parent = parent is JsonArray list ? list[int.Parse(step, null)]! : parent[step]!;
        }

        if (parent is JsonArray items)
        {
            int index = int.Parse(steps[^1], null);
            items.RemoveAt(index);
            if (json is not null)
            {
                items.Insert(index, JsonNode.Parse(json));
            }
        }
        else if (json is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }

        return root;
    }

    /// <summary>Every public value of a conversation, calculated ones included.</summary>
    private static string Digest(object? value) => value switch
    {
        null => "-",
        string or ValueType => value.ToString()!,
        System.Collections.IEnumerable items => "[" + string.Join(",", items.Cast<object?>().Select(Digest)) + "]",
        _ => string.Join(";", value.GetType().GetProperties().Select(property => $"{property.Name}={Digest(property.GetValue(value))}")),
    };
}
