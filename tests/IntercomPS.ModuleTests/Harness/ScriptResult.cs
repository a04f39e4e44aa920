using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>Everything that a script wrote, in every stream.</summary>
internal sealed class ScriptResult
{
    internal ScriptResult(PSDataStreams streams, IReadOnlyList<PSObject> output, RuntimeException? failure)
    {
        Output = output;
        Failure = failure;
        Errors = [.. streams.Error];
        Warnings = [.. streams.Warning.Select(record => record.Message)];
        Verbose = [.. streams.Verbose.Select(record => record.Message)];
        Debug = [.. streams.Debug.Select(record => record.Message)];
        Information = [.. streams.Information.Select(record => record.MessageData?.ToString() ?? string.Empty)];
        Progress = [.. streams.Progress];
    }

    internal IReadOnlyList<PSObject> Output { get; }

    /// <summary>The error that ended the script; <c>null</c> where it ran to its end.</summary>
    internal RuntimeException? Failure { get; }

    /// <summary>The id of the error that ended the script, as in <c>$_.FullyQualifiedErrorId</c>.</summary>
    internal string? FailureId => Failure?.ErrorRecord.FullyQualifiedErrorId;

    /// <summary>The errors that did not end it.</summary>
    internal IReadOnlyList<ErrorRecord> Errors { get; }

    internal IReadOnlyList<string> Warnings { get; }

    internal IReadOnlyList<string> Verbose { get; }

    internal IReadOnlyList<string> Debug { get; }

    internal IReadOnlyList<string> Information { get; }

    internal IReadOnlyList<ProgressRecord> Progress { get; }

    /// <summary>Everything of every stream as text, to look for what must not be there.</summary>
    internal string AllText => string.Join(
        '\n',
        Output.Select(value => value?.ToString() ?? string.Empty)
            .Concat(Errors.Select(error => error.ToString() + error.Exception))
            .Concat(Warnings)
            .Concat(Verbose)
            .Concat(Debug)
            .Concat(Information)
            .Concat(Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}"))
            .Append(Failure?.ToString() ?? string.Empty));

    /// <summary>The output as plain .NET objects of one type.</summary>
    internal IReadOnlyList<T> OutputOf<T>() => [.. Output.Select(value => (T)value.BaseObject)];

    /// <summary>The output, where the script is to run without any error; throws with the errors where it did not.</summary>
    internal IReadOnlyList<PSObject> Succeeded() =>
        Failure is null && Errors.Count == 0
            ? Output
            : throw new Xunit.Sdk.XunitException("The script wrote errors:\n" + string.Join('\n', Errors.Select(error => error.ToString()).Append(Failure?.Message)));
}
