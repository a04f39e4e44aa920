using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Conversations that change while the pages are read move in the order by UpdatedAt: they still come, and once.</summary>
public sealed class MovingRowTests
{
    [Theory]
    [InlineData("-SortBy UpdatedAt")]
    [InlineData("-SortBy UpdatedAt -Ascending")]
    [InlineData("-SortBy WaitingSince")]
    [InlineData("")]
    public void Nothing_is_lost_and_nothing_comes_twice(string search) =>
        Faulty.FindsAllOnce(Faulty.Day(SandboxFault.MovingRows | SandboxFault.DriftingTotal, rate: 0.3), search, server => server.Workspace.Conversations.Any(c => c.UpdatedAt > ConnectedModule.Present));
}
