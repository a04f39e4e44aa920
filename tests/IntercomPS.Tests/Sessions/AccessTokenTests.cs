using System;
using System.Security;
using IntercomPS.Client;
using IntercomPS.Sessions;
using Xunit;

namespace IntercomPS.Tests.Sessions;

public sealed class AccessTokenTests
{
    private const string Secret = "dG9rOnZlcnktc2VjcmV0";

    [Theory]
    [InlineData(Secret)]
    [InlineData("  " + Secret + " ")]
    [InlineData(Secret + "\r\n")]
    [InlineData("\t" + Secret)]
    public void White_space_around_a_token_is_left_out(string given) =>
        Assert.Equal("Bearer " + Secret, new AccessToken(given).ToHeader().ToString());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(Secret + "\n" + "X-Injected: 1")]
    [InlineData(Secret + "\r" + Secret)]
    [InlineData(Secret + " " + Secret)]
    [InlineData(Secret + "\0" + Secret)]
    [InlineData(Secret + "é")]
    [InlineData(Secret + "\u007F" + Secret)]
    public void What_no_header_can_carry_is_refused_without_being_told(string given)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new AccessToken(given));

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_shows_itself_neither_as_text_nor_in_its_fingerprint()
    {
        var token = new AccessToken(Secret);

        Assert.DoesNotContain(Secret, token.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, token.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_tells_tokens_apart_whatever_the_white_space()
    {
        Assert.Equal(new AccessToken(Secret).Fingerprint, new AccessToken(" " + Secret).Fingerprint);
        Assert.NotEqual(new AccessToken(Secret).Fingerprint, new AccessToken(Secret + "x").Fingerprint);
    }

    [Fact]
    public void A_secure_string_gives_its_token()
    {
        using SecureString secret = SecretOf(Secret);

        Assert.Equal("Bearer " + Secret, TokenReader.Read(secret).ToHeader().ToString());
    }

    [Fact]
    public void An_empty_secure_string_is_refused()
    {
        using var secret = new SecureString();

        Assert.Throws<ArgumentException>(() => TokenReader.Read(secret));
    }

    internal static SecureString SecretOf(string text)
    {
        var secret = new SecureString();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        return secret;
    }
}
