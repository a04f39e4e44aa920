using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>After belongs to the range and Before does not, to the second, whether the server draws its bounds strictly or not.</summary>
public sealed class SearchTimeTests : IClassFixture<SearchTimeTests.BothComparisons>
{
    private readonly BothComparisons _servers;

    public SearchTimeTests(BothComparisons servers) => _servers = servers;

    public static MatrixTheoryData<bool, string> FieldsAndComparisons => new([true, false], ["Created", "Updated", "Closed"]);

    [Theory]
    [MemberData(nameof(FieldsAndComparisons))]
    public void After_finds_the_very_second_and_Before_does_not(bool strict, string field)
    {
        ConnectedModule module = _servers.Of(strict);
        DateTimeOffset bound = SetBound(module, field);

        Assert.Equal(Expect(module, field, time => time >= bound), module.Ids($"Search-IntercomConversation -{field}After $bound"));
        Assert.Equal(Expect(module, field, time => time > bound), module.Ids($"Search-IntercomConversation -{field}After $bound.AddSeconds(1)"));
        Assert.Equal(Expect(module, field, time => time < bound), module.Ids($"Search-IntercomConversation -{field}Before $bound"));
        Assert.Equal(Expect(module, field, time => time <= bound), module.Ids($"Search-IntercomConversation -{field}Before $bound.AddSeconds(1)"));
        Assert.Equal(
            Expect(module, field, time => time == bound),
            module.Ids($"Search-IntercomConversation -{field}After $bound -{field}Before $bound.AddSeconds(1)"));
    }

    [Theory]
    [MemberData(nameof(FieldsAndComparisons))]
    public void A_bound_with_a_fraction_lies_after_its_second(bool strict, string field)
    {
        ConnectedModule module = _servers.Of(strict);
        DateTimeOffset bound = SetBound(module, field);

        Assert.Equal(Expect(module, field, time => time > bound), module.Ids($"Search-IntercomConversation -{field}After $bound.AddMilliseconds(1)"));
        Assert.Equal(Expect(module, field, time => time <= bound), module.Ids($"Search-IntercomConversation -{field}Before $bound.AddMilliseconds(999)"));
    }

    [Theory]
    [InlineData("$bound.UtcDateTime")]
    [InlineData("$bound.LocalDateTime")]
    [InlineData("[datetime]::SpecifyKind($bound.LocalDateTime, 'Unspecified')")]
    [InlineData("$bound.ToOffset([timespan]'05:30')")]
    [InlineData("$bound.ToString('o')")]
    [InlineData("$bound.UtcDateTime.ToString('yyyy-MM-ddTHH:mm:ssZ')")]
    public void Every_way_to_write_a_moment_means_that_moment(string expression)
    {
        ConnectedModule module = _servers.Of(strict: true);
        DateTimeOffset bound = SetBound(module, "Created");

        Assert.Equal(Expect(module, "Created", time => time >= bound), module.Ids($"Search-IntercomConversation -CreatedAfter ({expression})"));
    }

    [Fact]
    public void Several_ranges_mean_all_of_them()
    {
        ConnectedModule module = _servers.Of(strict: true);
        DateTimeOffset from = ConnectedModule.Present.AddDays(-90);
        DateTimeOffset to = ConnectedModule.Present.AddDays(-30);
        module.Runspace.SetVariable("from", from);
        module.Runspace.SetVariable("to", to);

        Assert.Equal(
            module.NewestFirst.Where(c => c.CreatedAt >= from && c.CreatedAt < to && c.ClosedAt >= from && c.ClosedAt < to && c.UpdatedAt >= from).Select(c => c.Id),
            module.Ids("Search-IntercomConversation -CreatedAfter $from -CreatedBefore $to -ClosedAfter $from -ClosedBefore $to -UpdatedAfter $from"));
    }

    [Fact]
    public void With_a_state_the_last_close_counts_of_conversations_that_are_open_again()
    {
        ConnectedModule module = _servers.Of(strict: true);
        string[] reopened = [.. module.NewestFirst.Where(c => c.State == "open" && c.Statistics?.LastCloseAt is not null).Select(c => c.Id)];

        Assert.Equal(reopened, module.Ids("Search-IntercomConversation -State Open -ClosedAfter '2000-01-01'"));
    }

    private static DateTimeOffset? TimeOf(SandboxConversation conversation, string field) => field switch
    {
        "Created" => conversation.CreatedAt,
        "Updated" => conversation.UpdatedAt,
        _ => conversation.ClosedAt,
    };

    private static IEnumerable<string> Expect(ConnectedModule module, string field, Func<DateTimeOffset, bool> holds) =>
        module.NewestFirst.Where(c => TimeOf(c, field) is { } time && holds(time)).Select(c => c.Id);

    private static DateTimeOffset SetBound(ConnectedModule module, string field)
    {
        DateTimeOffset[] times = [.. module.NewestFirst.Select(c => TimeOf(c, field)).OfType<DateTimeOffset>().Order()];
        module.Runspace.SetVariable("bound", times[times.Length / 2]);
        return times[times.Length / 2];
    }

    public sealed class BothComparisons : IDisposable
    {
        private readonly ConnectedModule[] _modules = [.. new[] { false, true }.Select(strict => ConnectedModule.Start(new SandboxOptions
        {
            Conversations = 200, Seed = 12, Now = ConnectedModule.Present, RateLimit = 0, StrictComparison = strict,
        }))];

        public void Dispose()
        {
            foreach (ConnectedModule module in _modules)
            {
                module.Dispose();
            }
        }

        internal ConnectedModule Of(bool strict) => _modules[strict ? 1 : 0];
    }
}
