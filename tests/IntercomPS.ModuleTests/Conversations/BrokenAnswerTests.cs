using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Answers that fail or break off are asked for again: nothing is lost, nothing comes twice.</summary>
public sealed class BrokenAnswerTests
{
    [Theory]
    [InlineData(SandboxFault.ServerError)]
    [InlineData(SandboxFault.EmptyServerError)]
    [InlineData(SandboxFault.Reset)]
    [InlineData(SandboxFault.Truncated)]
    [InlineData(SandboxFault.TooManyRequests)]
    [InlineData(SandboxFault.TooManyRequestsRetryAfter)]
    public void Nothing_is_lost_and_nothing_comes_twice(SandboxFault fault) =>
        Faulty.FindsAllOnce(Faulty.Day(fault, rate: 0.2, seed: 3), "", Faulty.Asked(request => (request.Fault & fault) != 0));
}
