using System.Globalization;
using System.Management.Automation;
using IntercomPS.Filtering;
using Xunit;

namespace IntercomPS.Tests.Filtering;

/// <summary>What filters mean. 1769860800 is 2026-01-31T12:00:00Z.</summary>
public sealed class FilterParserTests
{
    [Theory]
    [InlineData("state -eq closed", "state = 'closed'")]
    [InlineData("state -eq 'closed'", "state = 'closed'")]
    [InlineData("state -eq Closed", "state = 'closed'")]
    [InlineData("'state' -EQ \"CLOSED\"", "state = 'closed'")]
    [InlineData("$_.State -eq 'closed'", "state = 'closed'")]
    [InlineData("$PSItem.State -eq 'closed'", "state = 'closed'")]
    [InlineData("$_.'State' -eq 'closed'", "state = 'closed'")]
    [InlineData("State –eq closed", "state = 'closed'")]
    [InlineData("state -ne open", "!state = 'open'")]
    [InlineData("state -eq 'closed' -and (rating -le 2 -or tag -eq 'billing')", "(state = 'closed' & (conversation_rating.score <= 2 | tag = 'billing'))")]
    [InlineData("rating -ge 1 -and rating -le 2 -and open", "(conversation_rating.score >= 1 & conversation_rating.score <= 2 & open = true)")]
    [InlineData("open -or read -and rating -eq 1", "((open = true | read = true) & conversation_rating.score = 1)")]
    [InlineData("open -and read -or rating -eq 1", "((open = true & read = true) | conversation_rating.score = 1)")]
    [InlineData("open -or (read -and rating -eq 1)", "(open = true | (read = true & conversation_rating.score = 1))")]
    [InlineData("(open) -or (read)", "(open = true | read = true)")]
    [InlineData("(((open)))", "open = true")]
    [InlineData("( ( open ) -and ( -not ( read -or ( rating -eq 1 ) ) ) )", "(open = true & !(read = true | conversation_rating.score = 1))")]
    [InlineData("-not open -and read", "(!open = true & read = true)")]
    [InlineData("-not (open -and read)", "!(open = true & read = true)")]
    [InlineData("! open", "!open = true")]
    [InlineData("!(open)", "!open = true")]
    [InlineData("-not -not open", "open = true")]
    [InlineData("-not ! -not rating -eq 1", "!conversation_rating.score = 1")]
    [InlineData("(-not tag -eq c#) -and ('state' -eq open) -and ($_.Read)", "(!tag = 'c#' & state = 'open' & read = true)")]
    [InlineData("open -eq true -or open -eq $false", "(open = true | open = false)")]
    [InlineData("rating -in 1,2", "conversation_rating.score = [1 2]")]
    [InlineData("rating -in 1, 2 ,3", "conversation_rating.score = [1 2 3]")]
    [InlineData("rating -in (1,2)", "conversation_rating.score = [1 2]")]
    [InlineData("rating -in @(1,2)", "conversation_rating.score = [1 2]")]
    [InlineData("rating -in @(1\n2)", "conversation_rating.score = [1 2]")]
    [InlineData("rating -in 1..3", "conversation_rating.score = [1 2 3]")]
    [InlineData("rating -in (3..1)", "conversation_rating.score = [3 2 1]")]
    [InlineData("rating -in 1..2,5", "conversation_rating.score = [1 2 5]")]
    [InlineData("rating -in 1,1,'1'", "conversation_rating.score = 1")]
    [InlineData("rating -in 4", "conversation_rating.score = 4")]
    [InlineData("rating -in 4,$null", "conversation_rating.score = [4 null]")]
    [InlineData("rating -notin 1,2", "!conversation_rating.score = [1 2]")]
    [InlineData("rating -in $empty", "NEVER")]
    [InlineData("rating -notin @()", "!NEVER")]
    [InlineData("rating -eq $null", "conversation_rating.score = null")]
    [InlineData("rating -ne $none", "!conversation_rating.score = null")]
    [InlineData("rating -eq $n", "conversation_rating.score = 3")]
    [InlineData("rating -eq ($n)", "conversation_rating.score = 3")]
    [InlineData("rating -le $script:limit", "conversation_rating.score <= 4")]
    [InlineData("rating -le ${n}", "conversation_rating.score <= 3")]
    [InlineData("rating -ge -1", "conversation_rating.score >= -1")]
    [InlineData("rating -ge 2.5", "conversation_rating.score >= 3")]
    [InlineData("rating -gt 2.5", "conversation_rating.score > 2")]
    [InlineData("rating -lt 2.5", "conversation_rating.score < 3")]
    [InlineData("rating -le $real", "conversation_rating.score <= 2")]
    [InlineData("rating -gt -2.5", "conversation_rating.score > -3")]
    [InlineData("message_count -gt 1kb", "statistics.count_conversation_parts > 1024")]
    [InlineData("tag -in $names", "tag = ['vip' 'billing']")]
    [InlineData("tag -in @($name, 'x')", "tag = ['billing' 'x']")]
    [InlineData("tag -in $names,'x'", "tag = ['vip' 'billing' 'x']")]
    [InlineData("tag -eq 007", "tag = '007'")]
    [InlineData("tag -eq \"a $name b\"", "tag = 'a billing b'")]
    [InlineData("tag -eq \"`$name ${name}`t$n\"", "tag = '$name billing\t3'")]
    [InlineData("tag -eq @\"\na \"$name\"\n\"@", "tag = 'a \"billing\"'")]
    [InlineData("tag -eq 'it''s'", "tag = 'it's'")]
    [InlineData("tag -like bill*", "tag like 'bill*'")]
    [InlineData("title -notlike '*Refund*'", "!title like '*Refund*'")]
    [InlineData("source.type -like Em*", "source.type like 'em*'")]
    [InlineData("source_type -eq PhoneCall", "source.type = 'phone_call'")]
    [InlineData("SourceType -eq WhatsApp", "source.type = 'whatsapp'")]
    [InlineData("ai_agent.resolution_state -eq ConfirmedResolution", "ai_agent.resolution_state = 'confirmed_resolution'")]
    [InlineData("$_.Source.Author.Email -eq 'a@b.example'", "source.author.email = 'a@b.example'")]
    [InlineData("priority -eq NotPriority", "priority = 'not_priority'")]
    [InlineData("id -in 123,'456',6e5", "id = ['123' '456' '6e5']")]
    [InlineData("contact_id -eq 6762f0ab1bb69f9f2193bb7c", "contact_ids = '6762f0ab1bb69f9f2193bb7c'")]
    [InlineData("contact_email -eq a@b.example", "contact_email = 'a@b.example'")]
    [InlineData("assignee_id -eq None", "admin_assignee_id = 0")]
    [InlineData("assignee_id -in 0,'814860'", "admin_assignee_id = [0 814860]")]
    [InlineData("admin -eq $null", "admin = null")]
    [InlineData("created_at -ge 2026-01-31T12:00:00Z", "created_at >= 1769860800")]
    [InlineData("created_at -ge '2026-01-31T13:00:00+01:00'", "created_at >= 1769860800")]
    [InlineData("created_at -lt 1769860800", "created_at < 1769860800")]
    [InlineData("created_at -lt $date", "created_at < 1769860800")]
    [InlineData("created_at -ge $fraction", "created_at >= 1769860801")]
    [InlineData("created_at -gt $fraction", "created_at > 1769860800")]
    [InlineData("created_at -lt $fraction", "created_at < 1769860801")]
    [InlineData("created_at -le $fraction", "created_at <= 1769860800")]
    [InlineData("created_at -eq $fraction", "created_at = 1769860800")]
    [InlineData("time_to_first_reply -gt 01:30:00", "statistics.time_to_admin_reply > 5400")]
    [InlineData("time_to_first_reply -gt '2.00:00:00'", "statistics.time_to_admin_reply > 172800")]
    [InlineData("time_to_first_reply -gt 3600", "statistics.time_to_admin_reply > 3600")]
    [InlineData("time_to_first_reply -le $span", "statistics.time_to_admin_reply <= 5400")]
    [InlineData("closed_at -ge $date", "closed_at >= 1769860800")]
    [InlineData("closed_at -eq $null", "closed_at = null")]
    [InlineData("closed_at -ne $null", "!closed_at = null")]
    [InlineData("closed_at -in $date,$null", "closed_at = [1769860800 null]")]
    [InlineData("custom_attributes.Plan -eq pro", "custom_attributes.Plan = 'pro'")]
    [InlineData("custom_attributes.'Plan Name' -eq 'pro'", "custom_attributes.Plan Name = 'pro'")]
    [InlineData("CustomAttributes.'Plan' -gt 2.5", "custom_attributes.Plan > 2.5d")]
    [InlineData("$_.CustomAttributes['Plan Name'] -eq -5", "custom_attributes.Plan Name = -5")]
    [InlineData("$_.custom_attributes.'Plan Name' -in 1,'1',$true", "custom_attributes.Plan Name = [1 '1' true]")]
    [InlineData("custom_attributes.Since -lt $date", "custom_attributes.Since < 1769860800")]
    [InlineData("custom_attributes.Since -lt '2026-01-31T12:00:00Z'", "custom_attributes.Since < 1769860800")]
    [InlineData("cx_score -le 2", "cx_score <= 2")]
    [InlineData("custom_attributes.'CX Score rating' -le 2", "cx_score <= 2")]
    [InlineData("\n  state -eq closed -and # the rest\n\n  (\n rating -le 2 <# low #>\n -or open\n )\n", "(state = 'closed' & (conversation_rating.score <= 2 | open = true))")]
    [InlineData("state -eq closed\n-and open", "(state = 'closed' & open = true)")]
    [InlineData("(-not tag -eq c#x -and\n\n 'tag' -eq c#y) -or\n(open) # (", "((!tag = 'c#x' & tag = 'c#y') | open = true)")]
    [InlineData("state `\n -eq closed", "state = 'closed'")]
    [InlineData("state -eq open # all", "state = 'open'")]
    public void A_filter_is_read(string filter, string expected) =>
        Assert.Equal(expected, ConditionText.Of(FilterParser.Parse(filter, new FakeScope())));

    [Theory]
    [InlineData("state -eq closed -and rating -le 2")]
    [InlineData("{ state -eq closed -and rating -le 2 }")]
    [InlineData("\n{ state -eq closed -and\n rating -le 2 }")]
    public void A_script_block_is_read_as_its_text_is(string block)
    {
        ScriptBlock filter = ScriptBlock.Create(block.Trim());
        Assert.Equal("(state = 'closed' & conversation_rating.score <= 2)", ConditionText.Of(FilterParser.Parse(PSObject.AsPSObject(filter), new FakeScope())));
    }

    [Theory]
    [InlineData("count_reopens -eq (1 + 1)", "1 + 1")]
    [InlineData("count_reopens -eq (Get-Number -Of x)", "(Get-Number -Of x)")]
    [InlineData("count_reopens -eq $n.Length", "$n.Length")]
    [InlineData("count_reopens -eq $n[0]", "$n[0]")]
    [InlineData("count_reopens -eq $n.Add(1)", "$n.Add(1)")]
    [InlineData("count_reopens -eq $(Get-Number)", "$(Get-Number)")]
    [InlineData("count_reopens -eq [int]'7'", "[int]'7'")]
    [InlineData("count_reopens -eq [int]::MaxValue", "[int]::MaxValue")]
    [InlineData("count_reopens -eq $env:RATING", "$env:RATING")]
    [InlineData("count_reopens -in @(Get-Number)", "@(Get-Number)")]
    [InlineData("(count_reopens -eq (Get-Number | Select-Object -First 1))", "(Get-Number | Select-Object -First 1)")]
    public void An_expression_in_a_script_block_is_evaluated_alone(string filter, string expression)
    {
        var scope = new FakeScope { Result = 7 };
        Assert.Equal("statistics.count_reopens = 7", ConditionText.Of(FilterParser.Parse(ScriptBlock.Create(filter), scope)));
        Assert.Equal([expression], scope.Evaluated);
    }

    [Fact]
    public void A_time_without_a_zone_is_local_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            long expected = new System.DateTimeOffset(new System.DateTime(2026, 3, 1)).ToUnixTimeSeconds();
            Assert.Equal($"created_at >= {expected}", Text("created_at -ge 2026-03-01"));
            Assert.Equal($"created_at >= {expected}", Text("created_at -ge '03/01/2026'"));
            Assert.Equal("conversation_rating.score >= 3", Text("rating -ge 2.5"));
            Assert.Equal("conversation_rating.score >= 3", Text("rating -ge '2.5'"));
            Assert.Equal("tag = '2.5'", Text("tag -eq $real"));
            Assert.Equal("tag = 'a 2.5'", Text("tag -eq \"a $real\""));
            Assert.Equal("custom_attributes.Plan > 2.5d", Text("custom_attributes.Plan -gt 2.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Text(string filter) => ConditionText.Of(FilterParser.Parse(filter, new FakeScope()));
}
