using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Sessions;

/// <summary>A token appears nowhere that a person, a transcript or a log would see.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Token = "dG9rOmEtdmVyeS1zZWNyZXQtdG9rZW4";
    private const string AllStreams = "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; ";

    private readonly ConnectedModule _module = ConnectedModule.Start(
        new SandboxOptions { Conversations = 60, AccessToken = Token, RateLimit = 0 }, "-Verbose");

    public void Dispose() => _module.Dispose();

    [Fact]
    public void No_property_of_the_session_leads_to_the_token()
    {
        object session = Assert.Single(_module.Run("Get-IntercomSession").Succeeded()).BaseObject;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        Assert.All(TextsOf(session, seen, depth: 6), text => Assert.DoesNotContain(Token, text, StringComparison.Ordinal));
        Assert.True(seen.Count > 3);
    }

    [Theory]
    [InlineData("Connect-Intercom -AccessToken $token -BaseUri $uri -PassThru")]
    [InlineData("Connect-Intercom -AccessToken $token -BaseUri $uri -ApiVersion 9.9")]
    [InlineData("Connect-Intercom -AccessToken $token -BaseUri http://example.invalid/")]
    [InlineData("Connect-Intercom -AccessToken $token -BaseUri http://127.0.0.1:9/")]
    [InlineData("Get-IntercomSession")]
    [InlineData("Search-IntercomConversation -First 2")]
    [InlineData("Get-IntercomConversation -Id 1, 2")]
    [InlineData("Get-IntercomConversation -Id $workspace.Conversations[0].Id -Plaintext")]
    [InlineData("Search-IntercomConversation -Query @{ field = 'no'; operator = '='; value = 1 }")]
    public void No_stream_and_no_error_holds_the_token(string command)
    {
        ScriptResult result = _module.Run(AllStreams + command);

        Assert.NotEqual(string.Empty, result.AllText);
        Assert.DoesNotContain(Token, result.AllText, StringComparison.Ordinal);
        foreach (Exception? thrown in result.Errors.Select(error => error.Exception).Append(result.Failure))
        {
            for (Exception? exception = thrown; exception is not null; exception = exception.InnerException)
            {
                Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
                Assert.All(exception.Data.Values.Cast<object?>(), value => Assert.DoesNotContain(Token, $"{value}", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_refused_token_is_not_in_the_error()
    {
        _module.Runspace.SetVariable("refused", SecureText.Of("x" + Token));

        ScriptResult result = _module.Runspace.RunToError(AllStreams + "Connect-Intercom -AccessToken $refused -BaseUri $uri");

        Assert.StartsWith("Unauthorized,", result.FailureId, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_lines_hold_no_text_of_a_customer_and_no_value_of_a_query()
    {
        SandboxConversation conversation = _module.Server.Workspace.Conversations.First(c => c.Contacts.Count > 0);
        string contact = conversation.Contacts[0].Id;

        ScriptResult result = _module.Run(
            AllStreams + $"$null = Search-IntercomConversation -ContactId {contact} -BodyContains invoice; "
            + $"$null = Get-IntercomConversation -Id {conversation.Id} -Plaintext");

        Assert.All(result.Verbose.Concat(result.Debug), line =>
        {
            Assert.Matches(@"^(GET|POST) /[a-z0-9/]+ \d{3} in \d+ ms(, quota \d+ of \d+ left)?$", line);
            Assert.DoesNotContain(contact, line, StringComparison.Ordinal);
        });
        Assert.Equal(2, result.Verbose.Count);
    }

    /// <summary>All texts that public properties lead to, as a formatter or a serializer would find them.</summary>
    private static IEnumerable<string> TextsOf(object? value, HashSet<object> seen, int depth)
    {
        if (value is null || depth == 0 || !seen.Add(value))
        {
            yield break;
        }

        yield return value.ToString() ?? string.Empty;
        if (value is string || value.GetType().IsPrimitive)
        {
            yield break;
        }

        IEnumerable<object?> inner = value is IEnumerable items
            ? items.Cast<object?>()
            : value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => ValueOf(property, value));
        foreach (string text in inner.SelectMany(item => TextsOf(item, seen, depth - 1)))
        {
            yield return text;
        }
    }

    private static object? ValueOf(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException!.Message;
        }
    }
}
