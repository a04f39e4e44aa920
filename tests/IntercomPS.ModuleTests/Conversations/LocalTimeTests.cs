using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>A date without a time zone is local time: seen in a process of its own, whose zone is not UTC.</summary>
public sealed class LocalTimeTests
{
    private const string Script = """
        $env:TZ = 'Asia/Kolkata'
        [TimeZoneInfo]::ClearCachedData()
        if ([TimeZoneInfo]::Local.BaseUtcOffset -ne [timespan]'05:30') { 'no such zone here'; return }
        $null = Start-IntercomSandbox -Conversations 100
        Connect-Intercom -Sandbox
        $all = @(Search-IntercomConversation)
        $bound = $all[50].CreatedAt.ToOffset([timespan]'05:30').DateTime
        "kind $($bound.Kind)"
        "found $(@(Search-IntercomConversation -CreatedAfter $bound).Count)"
        "found $(@(Search-IntercomConversation -CreatedAfter $bound.ToString('yyyy-MM-dd HH:mm:ss')).Count)"
        "expected $(@($all | Where-Object -FilterScript { $_.CreatedAt.UtcDateTime -ge $bound.AddMinutes(-330) }).Count)"
        Stop-IntercomSandbox
        """;

    [Fact]
    public async Task A_date_without_a_zone_is_local_time()
    {
        ProcessResult result = await ShellProcess.RunAsync(Script);
        Assert.SkipWhen(result.Output.Contains("no such zone here"), "Windows takes no time zone from the environment.");

        Assert.Equal(["kind Unspecified", "found 51", "found 51", "expected 51"], result.Output.Trim().Split(System.Environment.NewLine));
    }
}
