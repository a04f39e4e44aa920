namespace IntercomPS.Shell;

/// <summary>What the shell itself exits with; a script's <c>exit N</c> takes precedence.</summary>
internal static class ExitCodes
{
    internal const int Success = 0;

    /// <summary>A terminating error reached the top of the script.</summary>
    internal const int TerminatingError = 1;

    /// <summary>The shell was called wrongly, or the module is not built: no script ran.</summary>
    internal const int Usage = 64;

    /// <summary>Stopped by Ctrl+C: 128 and the number of SIGINT, as shells have it.</summary>
    internal const int Stopped = 130;
}
