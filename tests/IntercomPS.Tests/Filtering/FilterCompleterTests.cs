using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace IntercomPS.Tests.Filtering;

/// <summary>Completion inside of a filter's text, through the real engine.</summary>
public sealed class FilterCompleterTests : IDisposable
{
    private readonly FilterRunspace _runspace = new();

    public void Dispose() => _runspace.Dispose();

    [Theory]
    [InlineData("'sta", "'state'")]
    [InlineData("sta", "'state'")]
    [InlineData("'Sta", "'State'")]
    [InlineData("'$_.Sta", "'$_.State'")]
    [InlineData("'$_.State -eq cl", "'$_.State -eq closed'")]
    [InlineData("'$_.State -eq open -or ''state'' -eq cl", "'$_.State -eq open -or ''state'' -eq closed'")]
    [InlineData("'Created", "'CreatedAt'")]
    [InlineData("'createda", "'created_at'")]
    [InlineData("'state -eq cl", "'state -eq closed'")]
    [InlineData("'state -eq ''cl", "'state -eq ''closed'''")]
    [InlineData("\"state -eq 'cl", "\"state -eq 'closed'\"")]
    [InlineData("\"state -eq cl", "\"state -eq closed\"")]
    [InlineData("'state -in open,cl", "'state -in open,closed'")]
    [InlineData("'state -noti", "'state -notin'")]
    [InlineData("'open -eq $t", "'open -eq $true'")]
    [InlineData("\"open -eq t", "\"open -eq true\"")]
    [InlineData("'state -eq closed -a", "'state -eq closed -and'")]
    [InlineData("'open -o", "'open -or'")]
    [InlineData("'open -and (rating -le 2 -or stat", "'open -and (rating -le 2 -or state'")]
    [InlineData("'open -and -not (pri", "'open -and -not (priority'")]
    [InlineData("'(open) -a", "'(open) -and'")]
    public void What_was_begun_is_completed(string typed, string first)
    {
        CommandCompletion completion = _runspace.Complete("Test-Filter -Filter " + typed);
        Assert.Equal(first, completion.CompletionMatches[0].CompletionText);
        Assert.Equal((20, typed.Length), (completion.ReplacementIndex, completion.ReplacementLength));
    }

    [Theory]
    [InlineData("'state -eq ", "open closed snoozed")]
    [InlineData("'rating -", "-eq -ne -gt -ge -lt -le -in -notin")]
    [InlineData("'open ", "-eq -ne -in -notin -and -or")]
    [InlineData("'state -eq open ", "-and -or")]
    public void All_that_can_stand_there_is_offered(string typed, string expected) =>
        Assert.Equal(expected, string.Join(" ", _runspace.Complete("Test-Filter -Filter " + typed).CompletionMatches.Select(match => match.ListItemText)));

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("''")]
    [InlineData("'(((")]
    [InlineData("'state -eq 'x")]
    [InlineData("\"$(")]
    [InlineData("'@(")]
    [InlineData("'`")]
    [InlineData("'a\0b")]
    [InlineData("'rating -eq 4")]
    public void Nothing_typed_makes_it_fail(string typed)
    {
        Assert.All(CompleterCall.Complete(typed), result => Assert.NotEmpty(result.CompletionText));
        Assert.All(CompleterCall.Complete(null!), result => Assert.NotEmpty(result.CompletionText));
    }
}
