using IntercomPS.Text;
using Xunit;

namespace IntercomPS.Tests.Text;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("\u001B[31mred\u001B[0m", "␛[31mred␛[0m")]
    [InlineData("\u009B2J", "\uFFFD2J")]
    [InlineData("bell\u0007 nul\u0000 del\u007F", "bell␇ nul␀ del␡")]
    [InlineData("one\r\ntwo\tthree\u2028four\u0085five", "one two three four five")]
    [InlineData("\nlead", "lead")]
    [InlineData("abc\u202Etxt.exe\u2066x\u2069", "abctxt.exex")]
    public void What_a_terminal_would_obey_becomes_visible_or_goes(string? text, string expected) =>
        Assert.Equal(expected, TerminalText.Sanitize(text));

    [Theory]
    [InlineData("plain text")]
    [InlineData("שלום مرحبا")]
    public void Harmless_text_comes_back_as_the_same_instance(string text) => Assert.Same(text, TerminalText.Sanitize(text));

    [Fact]
    public void Halves_of_surrogate_pairs_become_replacement_characters() =>
        Assert.Equal("lone \uFFFD half \uFFFD", TerminalText.Sanitize("lone \uD83D half \uDE00"));

    [Fact]
    public void Emoji_stay_whole() => Assert.Equal("👩‍👩‍👧 ok 🇩🇪", TerminalText.Sanitize("👩‍👩‍👧 ok 🇩🇪"));
}
