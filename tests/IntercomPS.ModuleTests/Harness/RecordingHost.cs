using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>A host that keeps what is shown on it.</summary>
internal sealed class RecordingHost : PSHost
{
    private readonly RecordingUserInterface _ui;

    /// <summary>Makes a host.</summary>
    /// <param name="columns">How wide it is.</param>
    internal RecordingHost(int columns)
    {
        _ui = new RecordingUserInterface(columns);
    }

    /// <summary>All that was shown, as it was handed to the host.</summary>
    internal string Shown => _ui.Shown;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(RecordingHost);

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() => throw new NotSupportedException();

    public override void NotifyEndApplication() => throw new NotSupportedException();

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
}
