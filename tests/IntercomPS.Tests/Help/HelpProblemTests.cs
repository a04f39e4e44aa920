using System;
using System.IO;
using IntercomPS.HelpGenerator;
using Xunit;

namespace IntercomPS.Tests.Help;

public sealed class HelpProblemTests
{
    [Fact]
    public void A_cmdlet_without_comment_is_reported_with_everything_that_it_lacks()
    {
        string[] errors = Errors(FixtureSource.Cmdlet(string.Empty));

        Assert.Equal(3, errors.Length);
        Assert.StartsWith("Fixture.dll : error IPSHELP001: Get-Thing: ", errors[0]);
        Assert.StartsWith("Fixture.dll : error IPSHELP002: Get-Thing: ", errors[1]);
        Assert.Equal("Fixture.dll : error IPSHELP003: Get-Thing: has 0 <example>, and needs 2 at least.", errors[2]);
    }

    [Fact]
    public void A_synopsis_of_two_paragraphs_is_reported()
    {
        string comment = FixtureSource.Comment().Replace("Gets things.", "<para>Gets.</para><para>Things.</para>", StringComparison.Ordinal);

        Assert.StartsWith("Fixture.dll : error IPSHELP001: Get-Thing: ", Assert.Single(Errors(FixtureSource.Cmdlet(comment))));
    }

    [Theory]
    [InlineData("<code>Get-Thing</code>", "Get-Thing example 1: has no text")]
    [InlineData("<para>Gets.</para>", "Get-Thing example 1: has 0 <code>")]
    [InlineData("<code> </code><para>Gets.</para>", "Get-Thing example 1: has 1 <code>, and needs one that is not empty")]
    [InlineData("<code>1</code><code>2</code><para>Gets.</para>", "Get-Thing example 1: has 2 <code>")]
    public void An_example_without_code_or_text_is_reported(string example, string message)
    {
        string comment = FixtureSource.Comment($"/// <example>{example}</example>\n/// <example><code>2</code><para>two</para></example>");

        Assert.StartsWith("Fixture.dll : error IPSHELP004: " + message, Assert.Single(Errors(FixtureSource.Cmdlet(comment))));
    }

    [Theory]
    [InlineData("[Parameter] public string? Name { get; set; }")]
    [InlineData("/// <summary> </summary>\n[Parameter] public string? Name { get; set; }")]
    [InlineData("/// <value>Only this.</value>\n[Parameter] public string? Name { get; set; }")]
    public void A_parameter_without_summary_is_reported_with_its_cmdlet(string member)
    {
        string error = Assert.Single(Errors(FixtureSource.Cmdlet(FixtureSource.Comment(), member)));

        Assert.StartsWith("Fixture.dll : error IPSHELP005: Get-Thing -Name: the property GetThingCommand.Name ", error);
    }

    [Fact]
    public void An_undocumented_output_type_and_its_property_are_reported()
    {
        string[] errors = Errors(FixtureSource.Cmdlet(
            FixtureSource.Comment(),
            attributes: "[OutputType(typeof(Thing))]",
            types: "public class Thing { public string? Id { get; set; } }"));

        Assert.StartsWith("Fixture.dll : error IPSHELP006: Thing: Get-Thing writes this type", errors[0]);
        Assert.StartsWith("Fixture.dll : error IPSHELP007: Thing.Id: ", errors[1]);
        Assert.Equal(2, errors.Length);
    }

    [Fact]
    public void Undocumented_types_that_no_cmdlet_writes_are_left_to_the_compiler() =>
        Assert.Empty(Errors(FixtureSource.Cmdlet(FixtureSource.Comment(), types: "public class Thing { public string? Id { get; set; } }")));

    [Fact]
    public void A_reference_that_leads_nowhere_is_reported()
    {
        string comment = FixtureSource.Comment().Replace("Gets them.", "Like <see cref=\"Nothing\"/>.", StringComparison.Ordinal);

        Assert.Equal(
            "Fixture.dll : error IPSHELP008: Get-Thing: the reference '!:Nothing' leads nowhere.",
            Assert.Single(Errors(FixtureSource.Cmdlet(comment))));
    }

    [Fact]
    public void A_related_link_to_a_class_that_is_no_cmdlet_is_reported() =>
        Assert.StartsWith(
            "Fixture.dll : error IPSHELP008: Get-Thing: <seealso cref> leads to 'T:System.Uri'",
            Assert.Single(Errors(FixtureSource.Cmdlet(FixtureSource.Comment() + "\n/// <seealso cref=\"Uri\"/>"))));

    [Fact]
    public void An_element_that_help_cannot_show_is_reported()
    {
        string comment = FixtureSource.Comment().Replace("Gets them.", "A <table>one</table>.", StringComparison.Ordinal);

        Assert.StartsWith(
            "Fixture.dll : error IPSHELP009: Get-Thing: the element <table> ",
            Assert.Single(Errors(FixtureSource.Cmdlet(comment))));
    }

    [Fact]
    public void A_comment_that_is_no_XML_is_reported_as_missing()
    {
        string comment = FixtureSource.Comment() + "\n/// <remarks>";

        Assert.Contains(Errors(FixtureSource.Cmdlet(comment)), error => error.Contains("IPSHELP001", StringComparison.Ordinal));
    }

    [Fact]
    public void Help_is_not_written_while_there_are_problems()
    {
        using var fixture = new CompiledFixture(FixtureSource.Cmdlet(string.Empty));

        Assert.Equal(1, fixture.Run().ExitCode);
        Assert.False(File.Exists(fixture.Output));
    }

    [Fact]
    public void An_assembly_without_cmdlets_is_an_error()
    {
        string error = Assert.Single(Errors("public class Thing { }"));

        Assert.StartsWith($"IntercomPS.HelpGenerator : error {ProblemCodes.CannotRun}: ", error);
    }

    private static string[] Errors(string source)
    {
        using var fixture = new CompiledFixture(source);
        (int exitCode, var errors) = fixture.Run();
        Assert.Equal(errors.Count == 0 ? 0 : 1, exitCode);
        return [.. errors];
    }
}
