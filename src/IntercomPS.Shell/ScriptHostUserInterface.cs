using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
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

    /// <summary>Whether output follows the errors to standard error.</summary>
    internal bool OutputGoesToError { get; set; }

    /// <remarks>https://no-color.org</remarks>
    private static bool WantsColor => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write(string value) => WriteOutput(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => WriteOutput(value);

    public override void WriteLine(string value) => WriteOutput(value + Environment.NewLine);

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

    private void WriteOutput(string text)
    {
        if (OutputGoesToError)
        {
            Write(Console.Error, text, Console.IsErrorRedirected);
        }
        else
        {
            Write(Console.Out, text, Console.IsOutputRedirected);
        }
    }

    private void WriteDiagnostic(string line) => Write(Console.Error, line + Environment.NewLine, Console.IsErrorRedirected);

    private void Write(TextWriter writer, string text, bool isRedirected)
    {
        _progress.Clear();
        writer.Write(GetOutputString(text, WantsColor && !isRedirected));
    }
}
