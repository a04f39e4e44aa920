using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Contacts;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Contacts;

public sealed class ContactQueryTests
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Criteria_make_one_filter_for_the_server()
    {
        ContactQuery query = ContactQueryTranslator.Translate(new ContactCriteria
        {
            Emails = ["Ada@Example.com"], Names = ["ada", "bob"], Roles = ["lead"], TagIds = ["5"],
        });

        Assert.Equal(
            """{"operator":"AND","value":[{"field":"email","operator":"IN","value":["Ada@Example.com","ada@example.com"]},{"operator":"OR","value":[{"field":"name","operator":"~","value":"ada"},{"field":"name","operator":"~","value":"bob"}]},{"field":"role","operator":"=","value":"lead"},{"field":"tag_id","operator":"=","value":"5"}]}""",
            QueryJson.ToText(query.Filter));
        Assert.True(query.Matches(new Contact { Email = "aDA@example.COM" }));
        Assert.False(query.Matches(new Contact { Email = "dada@example.com" }));
        Assert.False(query.Matches(new Contact()));
    }

    /// <summary>The server begins with the day after the bound's, in a time zone that the client does not know.</summary>
    [Theory]
    [InlineData(-11)]
    [InlineData(0)]
    [InlineData(13)]
    public void A_time_range_asks_for_whole_days_around_it_in_any_time_zone(int zoneHours)
    {
        ContactQuery query = ContactQueryTranslator.Translate(new ContactCriteria { Created = new TimeRange(Noon, Noon.AddHours(1), "Created") });
        IReadOnlyList<QueryNode> filters = ((QueryGroup)query.Filter).Nodes;
        var zone = TimeSpan.FromHours(zoneHours);
        DateTimeOffset from = DayOf((long)((QueryFilter)filters[0]).Value!, zone).AddDays(1);
        DateTimeOffset to = DayOf((long)((QueryFilter)filters[1]).Value!, zone);

        // An hour to spare, for days of 23 and 25 hours.
        Assert.True(from <= Noon.AddHours(-1));
        Assert.True(to >= Noon.AddHours(2));
        Assert.True(query.Matches(new Contact { CreatedAt = Noon }));
        Assert.False(query.Matches(new Contact { CreatedAt = Noon.AddHours(1) }));
        Assert.False(query.Matches(new Contact { CreatedAt = Noon.AddSeconds(-1) }));
    }

    [Fact]
    public void More_names_than_a_group_takes_are_refused() =>
        Assert.Throws<InvalidQueryException>(() => ContactQueryTranslator.Translate(new ContactCriteria { Names = [.. Enumerable.Range(1, 16).Select(number => $"{number}")] }));

    private static DateTimeOffset DayOf(long seconds, TimeSpan zone) =>
        new(DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(zone).Date, zone);
}
