using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IntercomPS.Shell;

/// <summary>
/// Writes the script's output to standard output and everything else to standard error, so that output can be piped on.
/// </summary>
/// <remarks>Asks nothing: what would prompt fails, as in <c>pwsh -NonInteractive</c>.</remarks>
internal sealed class ScriptHostUserInterface : PSHostUserInterface
{
    private readonly ProgressLine _progress = new();

    public override PSHostRawUserInterface RawUI { get; } = new RawUserInterface();

    public override bool SupportsVirtualTerminal => WantsColor && !Console.IsOutputRedirected;

    /// <remarks>https://no-color.org</remarks>
    private static bool WantsColor => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write(string value)
    {
        _progress.Clear();
        Console.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value)
    {
        _progress.Clear();
        Console.Out.WriteLine(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void WriteErrorLine(string value) => WriteDiagnostic(value);

    public override void WriteWarningLine(string message) => WriteDiagnostic("WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteDiagnostic("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteDiagnostic("DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine() => throw NotInteractive();

    public override SecureString ReadLineAsSecureString() => throw NotInteractive();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NotInteractive();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NotInteractive();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NotInteractive();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NotInteractive();

    private static PSInvalidOperationException NotInteractive() =>
        new("This shell runs scripts unattended and asks no questions. Give every mandatory parameter, and -Confirm:$false where needed.");

    private void WriteDiagnostic(string line)
    {
        _progress.Clear();
        Console.Error.WriteLine(GetOutputString(line, WantsColor && !Console.IsErrorRedirected));
    }
}
