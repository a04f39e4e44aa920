using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;

namespace IntercomPS.Tests.Client;

/// <summary>Reads searches to their ends, for the tests of them.</summary>
internal static class SearchReading
{
    public static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(index => $"{count - index}");

    public static Task<List<string>> ReadAllAsync(ClientFixture fixture, double stepSeconds = 0.5) =>
        ReadAsync(fixture, new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything }), stepSeconds);

    public static Task<List<string>> ReadAsync(ClientFixture fixture, ConversationSearch search, double stepSeconds = 0.5) =>
        fixture.RunAsync(() => CollectAsync(search), stepSeconds: stepSeconds);

    public static async Task<List<string>> CollectAsync(ConversationSearch search)
    {
        var ids = new List<string>();
        await foreach (IReadOnlyList<Conversation> page in search.ReadAsync())
        {
            ids.AddRange(page.Select(conversation => conversation.Id));
        }

        return ids;
    }
}
