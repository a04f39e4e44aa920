using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

public sealed class SlowPageTests
{
    [Fact]
    public void A_page_that_takes_too_long_is_asked_for_with_half_the_size() =>
        Faulty.FindsAllOnce(
            Faulty.Day(SandboxFault.SlowPage, rate: 0.4, seed: 2), "", Faulty.Asked(request => request.RowsAskedFor == 75), "-TimeoutSec 1");
}
