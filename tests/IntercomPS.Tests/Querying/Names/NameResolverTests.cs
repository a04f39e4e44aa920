using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Names;
using Xunit;
using static IntercomPS.Tests.Querying.Planning.PlannedText;

namespace IntercomPS.Tests.Querying.Names;

public sealed class NameResolverTests
{
    private readonly FakeDirectory _directory = new();

    private static IReadOnlyDictionary<string, (Condition Condition, string Text)> Known { get; } = new Dictionary<string, (Condition, string)>
    {
        ["a name whatever its capitals"] = (Eq("team", "SUPPORT"), "team_assignee_id -eq 9001"),
        ["two tags of one name"] = (Eq("tag", "Billing"), "tag_ids -in '1', '2'"),
        ["two admins of one name"] = (Eq("admin", "sam lee"), "admin_assignee_id -in 814861, 814862"),
        ["an email address"] = (Eq("admin", "SAM.LEE@example.com"), "admin_assignee_id -eq 814862"),
        ["an id"] = (Eq("admin", "814860"), "admin_assignee_id -eq 814860"),
        ["an id as a number"] = (Eq("admin", 814860L), "admin_assignee_id -eq 814860"),
        ["a name that is another's id"] = (Eq("tag", "5"), "tag_ids -eq '4'"),
        ["nobody"] = (Eq("admin", "none"), "admin_assignee_id -eq 0"),
        ["nobody by the API's number"] = (Eq("team", "0"), "team_assignee_id -eq 0"),
        ["nobody as null"] = (Eq("admin", [null]), "admin_assignee_id -eq 0"),
        ["a tag that is called None"] = (Eq("tag", "None"), "tag_ids -eq '6'"),
        ["no tag"] = (Eq("tag", [null]), "tag_ids -eq $null"),
        ["several"] = (Eq("team", "Sales", "None"), "team_assignee_id -in 9002, 0"),
        ["a pattern"] = (Like("tag", "b*"), "tag_ids -in '1', '2', '3'"),
        ["a pattern with an escaped bracket"] = (Like("tag", "*`[web`]"), "tag_ids -eq '3'"),
        ["a pattern of addresses"] = (Like("admin", "sam@*"), "admin_assignee_id -eq 814861"),
        ["a pattern of names, which addresses fit too"] = (Like("admin", "*e.com"), "$false"),
        ["a pattern that nothing fits"] = (Like("tag", "zzz*"), "$false"),
        ["the opposite of a pattern that nothing fits"] = (NotLike("tag", "zzz*"), "-not ($false)"),
        ["the opposite"] = (Ne("tag", "Bug [web]"), "tag_ids -ne '3'"),
        ["a contact that is there twice"] = (Eq("contact_email", "KIM@example.com"), "contact_ids -in 'c1', 'c2'"),
        ["not a contact"] = (Ne("contact_email", "kim@example.com"), "contact_ids -notin 'c1', 'c2'"),
        ["beside other parts"] = (All(Eq("state", "open"), Any(Eq("team", "Sales"), Not(Eq("tag", "Feature request")))), "state -eq 'open' -and (team_assignee_id -eq 9002 -or tag_ids -ne '5')"),
    };

    private static IReadOnlyDictionary<string, (Condition Condition, string Message)> Unknown { get; } = new Dictionary<string, (Condition, string)>
    {
        ["a name with a slip"] = (Eq("tag", "Biling"), "no tag 'Biling'. Did you mean 'Billing'?"),
        ["a part of a name"] = (Eq("admin", "love"), "no admin 'love'. Did you mean 'Ada Lovelace'?"),
        ["a name like none"] = (Eq("team", "Something else entirely"), "no team 'Something else entirely'. Get-IntercomTeam lists them."),
        ["an id that is not there"] = (Eq("admin", "999999999"), "no admin '999999999'"),
        ["one of several"] = (Eq("tag", "Billing", "Nope, nothing"), "no tag 'Nope, nothing'"),
        ["in a negation"] = (Ne("tag", "Nope, nothing"), "no tag 'Nope, nothing'"),
        ["an empty name"] = (Eq("tag", ""), "no tag ''"),
        ["a contact"] = (Eq("contact_email", "nobody@example.com"), "no contact with the email address 'nobody@example.com'"),
        ["an open bracket"] = (Like("tag", "Bug [w"), "'Bug [w' has a bracket that never closes"),
        ["an id that no assignee can have"] = (Eq("team", "Odd"), "'team-x' is no id"),
    };

    public static TheoryData<string> KnownNames { get; } = new(Known.Keys);

    public static TheoryData<string> UnknownNames { get; } = new(Unknown.Keys);

    [Theory]
    [MemberData(nameof(KnownNames))]
    public async Task Names_become_ids(string name) => Assert.Equal(Known[name].Text, ConditionText.Of(await ResolveAsync(Known[name].Condition)));

    [Theory]
    [MemberData(nameof(UnknownNames))]
    public async Task What_the_workspace_does_not_have_is_an_error(string name) => Assert.Contains(
        Unknown[name].Message, (await Assert.ThrowsAsync<InvalidQueryException>(() => ResolveAsync(Unknown[name].Condition))).Message);

    [Fact]
    public async Task The_error_points_at_where_the_name_was_written()
    {
        var spot = new Spot();

        var error = await Assert.ThrowsAsync<InvalidQueryException>(() => ResolveAsync(Eq("tag", "Biling") with { Spot = spot }));

        Assert.StartsWith("here: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_named_is_looked_up()
    {
        Assert.False(NameResolver.IsNeeded(Eq("tag_ids", "1")));
        Assert.True(NameResolver.IsNeeded(Not(Any(Eq("tag_ids", "1"), Eq("tag", "Billing")))));

        await ResolveAsync(All(Eq("state", "open"), Eq("team", "Sales"), Eq("contact_email", "kim@example.com")));

        Assert.Equal(["Team", "kim@example.com"], _directory.Asked);
    }

    [Fact]
    public async Task Looking_up_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new NameResolver(_directory).ResolveAsync(Eq("tag", "Billing"), stop.Token));
    }

    private Task<Condition> ResolveAsync(Condition condition) => new NameResolver(_directory).ResolveAsync(condition, TestContext.Current.CancellationToken);

    private sealed class Spot : IQuerySpot
    {
        public InvalidQueryException Error(string message) => new("here: " + message);
    }
}
