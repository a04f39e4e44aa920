using System.Management.Automation;
using IntercomPS.Pipeline;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

public sealed class IntercomCmdletTests
{
    [Fact]
    public void A_stop_that_comes_when_the_command_has_just_ended_does_no_harm()
    {
        var command = new AnyCommand();
        command.Dispose();

        command.StopFromOutside();
    }

    [Cmdlet(VerbsDiagnostic.Test, "Anything")]
    private sealed class AnyCommand : IntercomCmdlet
    {
        public void StopFromOutside() => StopProcessing();
    }
}
