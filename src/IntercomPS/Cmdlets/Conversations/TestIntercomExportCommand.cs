using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Export.Manifest;
using IntercomPS.Pipeline;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Checks the files of exports against the manifests that were written with them.</summary>
/// <remarks>
///   <para>
///     Takes manifests (NAME.manifest.json), as Export-IntercomConversation writes them with -Manifest, or files
///     beside one, and writes one object a manifest. Each file that it names must be there, as large and with as
///     many rows as it says, and its SHA-256 hash must be the same.
///   </para>
///   <para>
///     That the files are valid says that they are as they were written. Whether the export was complete
///     is the manifest's own word: IsComplete, and in Missing what it lacks. Nobody has signed a manifest: whoever
///     can change the files can change it too.
///   </para>
/// </remarks>
/// <example>
///   <title>Check an export</title>
///   <code>
///     $export = Export-IntercomConversation -Path conversations.csv -Manifest
///     Test-IntercomExport -Path conversations.csv
///   </code>
///   <para>Shows whether the file is what the manifest beside it says.</para>
/// </example>
/// <example>
///   <title>All exports of a folder</title>
///   <code>Test-IntercomExport -Path *.manifest.json | Where-Object -Property IsValid -EQ -Value $false</code>
///   <para>Shows the manifests that some file does not fit, and what is wrong with it.</para>
/// </example>
/// <example>
///   <title>In a script</title>
///   <code>
///     $export = Export-IntercomConversation -Path conversations.csv -Manifest -Force
///     if (-not ($export | Test-IntercomExport -Quiet)) { throw 'The export is damaged.' }
///   </code>
///   <para>Goes on only with files that are as they were written.</para>
/// </example>
/// <seealso cref="ExportIntercomConversationCommand"/>
[Cmdlet(VerbsDiagnostic.Test, "IntercomExport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ExportVerification), typeof(bool))]
public sealed class TestIntercomExportCommand : IntercomCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>Manifests, or files of exports. A name that exists is taken as it is.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Manifests, or files of exports; no character of a name is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Writes only $true or $false for each: whether its files are as its manifest says. Without a manifest, or with one that cannot be read, that is $false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Checks.</summary>
    protected override void ProcessRecord()
    {
        bool literal = ParameterSetName == LiteralPathSet;
        foreach (string path in literal ? LiteralPath : Path)
        {
            foreach (string file in Files(path, literal))
            {
                Check(file);
            }
        }
    }

    private IReadOnlyList<string> Files(string path, bool literal)
    {
        try
        {
            return FileSystemPath.Expand(SessionState, path, literal);
        }
        catch (ArgumentException exception)
        {
            WriteError(ErrorRecords.InvalidArgument("InvalidPath", exception.Message, path));
            return [];
        }
    }

    private void Check(string file)
    {
        try
        {
            string manifest = ExportVerifier.FindManifest(file);
            if (_done.Add(manifest))
            {
                RunWork((writer, cancellationToken) => VerifyAsync(manifest, writer, cancellationToken));
            }
        }
        catch (ManifestException problem)
        {
            Tell(problem);
        }
    }

    private async Task VerifyAsync(string manifest, PipelineWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            ExportVerification result = ExportVerifier.Verify(manifest, cancellationToken);
            await writer.OutputAsync(Quiet ? result.IsValid : result).ConfigureAwait(false);
        }
        catch (ManifestException problem)
        {
            if (Quiet)
            {
                await writer.OutputAsync(false).ConfigureAwait(false);
            }
            else
            {
                writer.Error(ErrorRecords.From(problem));
            }
        }
    }

    private void Tell(ManifestException problem)
    {
        if (Quiet)
        {
            WriteObject(false);
        }
        else
        {
            WriteError(ErrorRecords.From(problem));
        }
    }
}
