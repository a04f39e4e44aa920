using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

public sealed class SmallQuotaTests
{
    [Fact]
    public void A_quota_that_is_too_small_for_the_work_is_waited_for_and_not_overdrawn()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 100, Seed = 6, RateLimit = 40 });
        string[] ids = [.. module.NewestFirst.Take(50).Select(c => c.Id)];
        module.Runspace.SetVariable("ids", ids);

        ScriptResult result = module.Run("Get-IntercomConversation -Id $ids");

        Assert.Equal(ids, result.Succeeded().Select(c => c.Properties["Id"].Value));
        Assert.Equal(0, module.Server.Counters.TooManyRequests);
        Assert.All(module.Server.Counters.Recent.GroupBy(request => request.RateWindow), window => Assert.InRange(window.Count(), 1, 40));
    }
}
