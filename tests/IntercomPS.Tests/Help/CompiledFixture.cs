using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;
using IntercomPS.HelpGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntercomPS.Tests.Help;

/// <summary>A module assembly compiled from source for one test, with its documentation file, in a directory of its own.</summary>
internal sealed class CompiledFixture : IDisposable
{
    private const string Usings = "using System; using System.Collections; using System.Collections.Generic; using System.Management.Automation;\n";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("IntercomPS-help-");

    public CompiledFixture(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Fixture",
            [CSharpSyntaxTree.ParseText(
                Usings + source,
                new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose),
                cancellationToken: TestContext.Current.CancellationToken)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using FileStream assembly = File.Create(Assembly);
        using FileStream documentation = File.Create(Documentation);
        var result = compilation.Emit(assembly, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private static string EngineDirectory => Path.GetDirectoryName(typeof(PSObject).Assembly.Location)!;

    public string Assembly => Path.Combine(_directory.FullName, "Fixture.dll");

    public string Documentation => Path.Combine(_directory.FullName, "Fixture.xml");

    public string Output => Path.Combine(_directory.FullName, "en-US", "Fixture.dll-Help.xml");

    public IReadOnlyList<string> Arguments =>
        ["--assembly", Assembly, "--documentation", Documentation, "--reference", EngineDirectory, "--output", Output];

    /// <summary>The lines on stderr and the exit code.</summary>
    public (int ExitCode, IReadOnlyList<string> Errors) Run()
    {
        using var errors = new StringWriter();
        int exitCode = HelpGeneration.Run(Arguments, errors);
        return (exitCode, errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The help of the fixture, which must have no problem.</summary>
    public XElement Help()
    {
        (int exitCode, IReadOnlyList<string> errors) = Run();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        Assert.Equal(0, exitCode);
        return XDocument.Load(Output).Root!;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
