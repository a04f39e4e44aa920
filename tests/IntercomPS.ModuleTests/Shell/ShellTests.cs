using System;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Shell;

public sealed class ShellTests
{
    [Fact]
    public async Task A_script_finds_the_module_imported()
    {
        ProcessResult result = await ShellProcess.RunAsync("(Get-Command Connect-Intercom).ModuleName");

        Assert.Equal((0, "IntercomPS"), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task A_terminating_error_goes_to_standard_error_and_makes_the_exit_code_1()
    {
        ProcessResult result = await ShellProcess.RunAsync("'before'; throw 'it broke'; 'after'");

        Assert.Equal((1, "before"), (result.ExitCode, result.Output.Trim()));
        Assert.Contains("it broke", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_does_not_parse_makes_the_exit_code_1()
    {
        ProcessResult result = await ShellProcess.RunAsync("if (");

        Assert.Equal(1, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task An_error_that_ends_nothing_leaves_the_exit_code_0()
    {
        ProcessResult result = await ShellProcess.RunAsync(
            "[CmdletBinding()] param() $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new([Exception]::new('soft'), 'Soft', 'NotSpecified', $null)); 'after'");

        Assert.Equal((0, "after"), (result.ExitCode, result.Output.Trim()));
        Assert.Contains("soft", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("try { exit 7 } finally { $null = 1 }", 7)]
    [InlineData("function f { exit 3 } f", 3)]
    [InlineData("exit", 0)]
    public async Task The_scripts_exit_code_is_the_processes(string script, int exitCode)
    {
        ProcessResult result = await ShellProcess.RunAsync(script);

        Assert.Equal(exitCode, result.ExitCode);
    }

    [Fact]
    public async Task Arguments_bind_as_they_do_with_pwsh()
    {
        ProcessResult result = await ShellProcess.RunAsync(
            """
            param($Name, [switch] $On, [switch] $Off, [int] $Number, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$Name|$On|$Off|$Number|$($Rest -join ',')"
            """,
            "-Name", "a b", "-On", "-Off:$false", "-Number", "-5", "x", "y");

        Assert.Equal("a b|True|False|-5|x,y", result.Output.Trim());
    }

    [Fact]
    public async Task Every_stream_but_output_goes_to_standard_error()
    {
        ProcessResult result = await ShellProcess.RunAsync(
            """
            [CmdletBinding()] param()
            $VerbosePreference = 'Continue'
            $PSCmdlet.WriteVerbose('said'); $PSCmdlet.WriteWarning('warned'); $Host.UI.WriteLine('shown'); 'put out'
            $PSCmdlet.WriteProgress([Management.Automation.ProgressRecord]::new(1, 'working', 'on it'))
            """);

        Assert.Equal("shown\nput out", result.Output.ReplaceLineEndings("\n").Trim());
        Assert.Contains("VERBOSE: said", result.Error, StringComparison.Ordinal);
        Assert.Contains("WARNING: warned", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("working", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_knows_its_own_folder()
    {
        ProcessResult result = await ShellProcess.RunAsync("[IO.Path]::GetFullPath($PSScriptRoot) -eq [IO.Path]::GetDirectoryName($PSCommandPath)");

        Assert.Equal("True", result.Output.Trim());
    }

    [Fact]
    public async Task Questions_fail_instead_of_waiting()
    {
        ProcessResult result = await ShellProcess.RunAsync("$ErrorActionPreference = 'Stop'; $Host.UI.ReadLine()");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("asks no questions", result.Error, StringComparison.Ordinal);
    }
}
