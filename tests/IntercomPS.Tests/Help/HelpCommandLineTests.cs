using System;
using System.IO;
using IntercomPS.HelpGenerator;
using Xunit;

namespace IntercomPS.Tests.Help;

public sealed class HelpCommandLineTests
{
    [Theory]
    [InlineData("Option --assembly is missing.")]
    [InlineData("Unknown option '--colour'.", "--colour", "red")]
    [InlineData("Option --output has no value.", "--output")]
    [InlineData("Option --output is given twice.", "--output", "a.xml", "--output", "b.xml")]
    [InlineData("does not exist.", "--reference", "no-such-directory")]
    [InlineData("does not exist.", "--assembly", "no-such-file.dll", "--documentation", "no-such-file.xml", "--output", "a.xml")]
    public void A_wrong_command_line_is_one_error_that_says_what_is_wrong(string message, params string[] arguments)
    {
        using var errors = new StringWriter();

        Assert.Equal(1, HelpGeneration.Run(arguments, errors));
        Assert.StartsWith($"IntercomPS.HelpGenerator : error {ProblemCodes.CannotRun}: ", errors.ToString());
        Assert.Contains(message, errors.ToString());
        Assert.Single(errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_documentation_file_that_is_no_XML_is_an_error()
    {
        using var fixture = new CompiledFixture(FixtureSource.Cmdlet(FixtureSource.Comment()));
        File.WriteAllText(fixture.Documentation, "nothing");

        (int exitCode, var errors) = fixture.Run();

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"IntercomPS.HelpGenerator : error {ProblemCodes.CannotRun}: ", Assert.Single(errors));
    }

    [Fact]
    public void An_assembly_that_is_none_is_an_error()
    {
        using var fixture = new CompiledFixture(FixtureSource.Cmdlet(FixtureSource.Comment()));
        File.WriteAllText(fixture.Assembly, "nothing");

        (int exitCode, var errors) = fixture.Run();

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"IntercomPS.HelpGenerator : error {ProblemCodes.CannotRun}: ", Assert.Single(errors));
    }
}
