using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace IntercomPS.Shell;

/// <summary>The host that a script sees as <c>$Host</c>.</summary>
internal sealed class ScriptHost : PSHost
{
    private readonly ScriptHostUserInterface _userInterface = new();

    /// <summary>What the script gave to <c>exit</c>; <c>null</c> where it did not.</summary>
    internal int? ExitCode { get; private set; }

    public override string Name => "IntercomPS.Shell";

    public override Version Version { get; } = typeof(ScriptHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _userInterface;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>From here on, what would go to standard output goes to standard error.</summary>
    internal void RedirectOutputToError() => _userInterface.OutputGoesToError = true;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell runs one script and has no prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This shell runs one script and has no prompt.");

    public override void NotifyBeginApplication()
    {
        // Native programs share the terminal as they find it.
    }

    public override void NotifyEndApplication()
    {
        // See NotifyBeginApplication.
    }
}
