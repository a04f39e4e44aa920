using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Sessions;

namespace IntercomPS.Pipeline;

/// <summary>The base of every command that speaks to Intercom through a session.</summary>
public abstract class IntercomSessionCmdlet : IntercomCmdlet
{
    /// <summary>The session to use, as Connect-Intercom -PassThru or Get-IntercomSession writes it. Without it, the runspace's own one.</summary>
    [Parameter]
    [ValidateNotNull]
    public IntercomSession? Session { get; set; }

    /// <summary>The session that this call uses; without one, the command ends.</summary>
    /// <returns>An open session.</returns>
    private protected IntercomSession RequireSession()
    {
        IntercomSession? session = Session ?? SessionStore.Current;
        if (session is { IsOpen: true })
        {
            return session;
        }

        ThrowTerminatingError(ErrorRecords.NotConnected(session is null
            ? "There is no session. Run Connect-Intercom first (Start-IntercomSandbox and Connect-Intercom -Sandbox to try it out)."
            : "The session was ended by Disconnect-Intercom. Run Connect-Intercom again."));
        throw new InvalidOperationException(); // not reached: the line above throws
    }

    /// <summary>Work with a client of the session.</summary>
    /// <param name="work">The work; it heeds its token.</param>
    /// <returns>Work for the pipeline's bridge.</returns>
    private protected Func<PipelineWriter, CancellationToken, Task> WithClient(Func<WorkContext, CancellationToken, Task> work)
    {
        IntercomSession session = RequireSession();
        IntercomTransport transport = session.Transport;
        bool verbose = IsVerbose;
        return (writer, cancellationToken) =>
        {
            var statistics = new RequestStatistics(transport.Time);
            var observer = new PipelineObserver(writer, statistics, verbose);
            return work(new WorkContext(new IntercomClient(transport, observer), writer, statistics, session), cancellationToken);
        };
    }
}
