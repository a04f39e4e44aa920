using IntercomPS.Text;
using Xunit;

namespace IntercomPS.Tests.Text;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\ttabbed")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\u00A0=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("\u200B\u202E=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM")]
    public void A_text_that_may_run_as_a_formula_gets_an_apostrophe(string text) =>
        Assert.Equal("'" + text, SpreadsheetText.Neutralize(text));

    [Fact]
    public void Control_characters_do_not_hide_a_formula() => Assert.Equal("'=1", SpreadsheetText.Neutralize("\u0000\u0001=1\u009F"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("plain")]
    [InlineData("a=b")]
    [InlineData("two\r\nlines\tand a tab")]
    [InlineData("{\"a\":1}")]
    [InlineData("'quoted'")]
    public void Any_other_text_comes_back_as_the_same_instance(string text) => Assert.Same(text, SpreadsheetText.Neutralize(text));
}
