using System.Linq;
using IntercomPS.Client;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class ReceivedCountTests
{
    [Fact]
    public void A_run_that_is_stopped_counts_those_up_to_the_last_one_written()
    {
        var first = new ReceivedCount(createdBefore: 100, new ExportTally(), after: null, mayStop: true);
        foreach ((long second, string id) in new[] { (100L, "9"), (99L, "8"), (99L, "7"), (97L, "5"), (98L, "6"), (97L, "4") })
        {
            first.Observe(Conversation(second, id));
        }

        Assert.Equal(5, first.All);
        Assert.Equal(4, first.UpTo(new ConversationPosition(97, "5")));
        var second2 = new ReceivedCount(100, new ExportTally { Received = 4 }, new ConversationPosition(97, "5"), mayStop: true);
        second2.Observe(Conversation(97, "5"));
        second2.Observe(Conversation(97, "4"));
        second2.Observe(Conversation(1, "1"));
        Assert.Equal(6, second2.All);
    }

    [Fact]
    public void Without_a_journal_all_are_counted_and_none_kept()
    {
        var count = new ReceivedCount(createdBefore: 100, new ExportTally(), after: null, mayStop: false);
        Enumerable.Range(1, 99).ToList().ForEach(second => count.Observe(Conversation(second, $"{second}")));

        Assert.Equal(99, count.All);
    }

    private static Conversation Conversation(long second, string id) =>
        new() { Id = id, CreatedAt = System.DateTimeOffset.FromUnixTimeSeconds(second) };
}
