using System;
using System.Collections;
using System.Management.Automation;
using IntercomPS.Client;
using IntercomPS.Sessions;
using Xunit;

namespace IntercomPS.Tests.Sessions;

public sealed class ConnectionReaderTests
{
    private const string Secret = "dG9rOnZlcnktc2VjcmV0";

    public static TheoryData<string, object> Holders => new()
    {
        { "AccessToken", Secret },
        { "accesstoken", Secret },
        { "Token", Secret },
        { "AccessToken", AccessTokenTests.SecretOf(Secret) },
        { "AccessToken", new PSCredential("anyone", AccessTokenTests.SecretOf(Secret)) },
        { "AccessToken", PSObject.AsPSObject(Secret) },
        { "AccessToken", PSObject.AsPSObject(AccessTokenTests.SecretOf(Secret)) },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    public void The_token_is_taken_out_of_what_holds_it(string field, object value)
    {
        (AccessToken token, ConnectionDefaults defaults) = ConnectionReader.Read(new Hashtable { [field] = value });

        Assert.Equal("Bearer " + Secret, token.ToHeader().ToString());
        Assert.Equal(ConnectionDefaults.None, defaults);
    }

    [Fact]
    public void What_else_the_connection_says_is_taken_too()
    {
        (_, ConnectionDefaults defaults) = ConnectionReader.Read(new Hashtable
        {
            ["AccessToken"] = Secret,
            ["region"] = "Europe",
            ["ApiVersion"] = 2.16,
            ["BaseUri"] = "https://gateway.example.com/",
        });

        Assert.Equal(new ConnectionDefaults(IntercomRegion.EU, "2.16", new Uri("https://gateway.example.com/")), defaults);
    }

    [Fact]
    public void Fields_that_are_empty_say_nothing()
    {
        (_, ConnectionDefaults defaults) = ConnectionReader.Read(new Hashtable
        {
            ["AccessToken"] = Secret,
            ["Region"] = string.Empty,
            ["ApiVersion"] = null,
            ["BaseUri"] = string.Empty,
        });

        Assert.Equal(ConnectionDefaults.None, defaults);
    }

    [Theory]
    [InlineData("Region", "Mars", "Mars")]
    [InlineData("BaseUri", "not an address", "not an address")]
    public void A_field_that_makes_no_sense_is_named_and_the_token_is_not(string field, string value, string told)
    {
        var connection = new Hashtable { ["AccessToken"] = Secret, [field] = value };

        ArgumentException error = Assert.Throws<ArgumentException>(() => ConnectionReader.Read(connection));

        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_without_a_token_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ConnectionReader.Read(new Hashtable { ["Region"] = "US" }));

        Assert.Contains("AccessToken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_of_another_kind_is_refused_by_its_type_alone()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ConnectionReader.Read(new Hashtable { ["AccessToken"] = new Hashtable { ["Value"] = Secret } }));

        Assert.Contains(nameof(Hashtable), error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }
}
