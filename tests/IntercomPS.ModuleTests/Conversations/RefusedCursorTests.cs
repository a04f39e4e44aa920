using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

public sealed class RefusedCursorTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("", 2)]
    [InlineData("-Ascending", 3)]
    [InlineData("-SortBy UpdatedAt", 4)]
    [InlineData("-State Open, Closed, Snoozed", 5)]
    [InlineData("-Query '{\"operator\":\"OR\",\"value\":[{\"operator\":\"AND\",\"value\":[{\"field\":\"read\",\"operator\":\"=\",\"value\":true}]},{\"field\":\"read\",\"operator\":\"=\",\"value\":false}]}'", 6)]
    public void A_refused_cursor_costs_nothing_but_a_request(string search, int seed) =>
        Faulty.FindsAllOnce(Faulty.Day(SandboxFault.RefusedCursor, rate: 0.45, seed), search, Faulty.Asked(request => request.Status == 400));
}
