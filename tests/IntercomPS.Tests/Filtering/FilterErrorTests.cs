using System;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Filtering;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Filtering;

/// <summary>What is said about wrong filters, and where they point. A line break in the filter is written \n.</summary>
public sealed class FilterErrorTests
{
    [Theory]
    [InlineData("", 1, 1, "", "There is no condition here.")]
    [InlineData("  # nothing", 1, 1, "  # nothing", "There is no condition here.")]
    [InlineData("open -and ()", 1, 11, "()", "There is no condition here.")]
    [InlineData("stat -eq closed", 1, 1, "stat", "There is no field 'stat'. Did you mean 'state'?")]
    [InlineData("open -and\n  creatd_at -gt 1", 2, 3, "creatd_at", "There is no field 'creatd_at'. Did you mean 'created_at'?")]
    [InlineData("author.name -eq x", 1, 1, "author.name", "There is no field 'author.name'. Did you mean 'source.author.name'?")]
    [InlineData("qqqqqqqq -eq 1", 1, 1, "qqqqqqqq", "There is no field 'qqqqqqqq'. A workspace's own attribute is custom_attributes.'Its Name'.")]
    [InlineData("custom_attributes -eq 1", 1, 1, "custom_attributes", "Name the attribute of the workspace: custom_attributes.'Plan Name'")]
    [InlineData("rating=1", 1, 1, "rating=1", "Write a field, an operator such as -eq and a value, with spaces between them.")]
    [InlineData("custom_attributes.\"$name\" -eq 1", 1, 1, "custom_attributes.\"$name\"", "The name of a field cannot hold variables.")]
    [InlineData("$name -eq 1", 1, 1, "$name", "A condition begins with a field: ")]
    [InlineData("$_.State.ToLower() -eq closed", 1, 1, "$_.State.ToLower()", "A condition begins with a field: ")]
    [InlineData("!open", 1, 1, "!open", "Put a space after !.")]
    [InlineData("!$_.Open", 1, 1, "!$_.Open", "Put a space after !.")]
    [InlineData("'closed' -eq state", 1, 1, "'closed'", "The field comes first: state -eq …")]
    [InlineData("closed -eq state", 1, 1, "closed", "The field comes first: state -eq …")]
    [InlineData("created_at -ge -30", 1, 16, "-30", "'created_at' is a time; this number would be seconds before 1970. For a time ago, subtract: (Get-Date).AddDays(-30).")]
    [InlineData("created_at -ge Get-Date", 1, 16, "Get-Date", "'created_at' is a time, which this text is not: give one such as '2026-01-31', '2026-01-31T12:00Z' or $date. A command stands in parentheses: (Get-Date).")]
    [InlineData("zzz -eq state", 1, 1, "zzz", "The field comes first: state -eq …")]
    [InlineData("sate -eq 'open'", 1, 1, "sate", "There is no field 'sate'. Did you mean 'state'?")]
    [InlineData("sate -eq open", 1, 1, "sate", "There is no field 'sate'. Did you mean 'state'?")]
    [InlineData("state -eq 'open' and rating -le 2", 1, 18, "and", "Write -and, with its dash.")]
    [InlineData("open -or read OR read", 1, 15, "OR", "Write -or, with its dash.")]
    [InlineData("rating -eq 1 OR read", 1, 14, "OR", "Write -or, with its dash.")]
    [InlineData("state", 1, 1, "state", "An operator and a value are missing. 'state' is one of the words open, closed, snoozed and takes -eq -ne -in -notin -like -notlike.")]
    [InlineData("-not rating", 1, 6, "rating", "An operator and a value are missing. 'conversation_rating.score' is a whole number and takes")]
    [InlineData("state closed", 1, 7, "closed", "After 'state' an operator is missing.")]
    [InlineData("state (closed)", 1, 7, "(closed)", "After 'state' an operator is missing.")]
    [InlineData("state -eq", 1, 7, "-eq", "After -eq a value is missing. 'state' is one of the words open, closed, snoozed.")]
    [InlineData("state -eq -and open", 1, 7, "-eq", "After -eq a value is missing.")]
    [InlineData("tag -eq -x", 1, 9, "-x", "After -eq a value is missing: -x looks like an operator.")]
    [InlineData("state -eq:closed", 1, 7, "-eq:closed", "Put a space instead of the colon behind -eq.")]
    [InlineData("-eq closed", 1, 1, "-eq", "Before -eq a field is missing.")]
    [InlineData("-and open", 1, 1, "-and", "Before -and a condition is missing.")]
    [InlineData("open -and", 1, 6, "-and", "After -and a condition is missing.")]
    [InlineData("open -and (read -or)", 1, 17, "-or", "After -or a condition is missing.")]
    [InlineData("open -and -or read", 1, 11, "-or", "Before -or a condition is missing.")]
    [InlineData("open -and -not", 1, 11, "-not", "After -not a condition is missing.")]
    [InlineData("open read", 1, 6, "read", "After 'open' an operator is missing.")]
    [InlineData("state -eq closed open", 1, 18, "open", "Join conditions with -and or -or.")]
    [InlineData("state -eq closed\nopen", 2, 1, "open", "Join conditions with -and or -or.")]
    [InlineData("tag -eq very important", 1, 14, "important", "One value is enough. Quote a text with spaces")]
    [InlineData("(open) (read)", 1, 8, "(read)", "Join conditions with -and or -or.")]
    [InlineData("(open)(read)", 1, 7, "(read)", "Join conditions with -and or -or.")]
    [InlineData("(rating) -eq 1", 1, 2, "rating", "An operator and a value are missing.")]
    [InlineData("(open) -eq $true", 1, 8, "-eq", "A group in parentheses is not compared.")]
    [InlineData("1 -lt rating -lt 3", 1, 1, "1", "The field comes first: conversation_rating.score -lt …")]
    [InlineData("rating -gt 1 -lt 3", 1, 14, "-lt", "Before -lt stands a value.")]
    [InlineData("open -not read", 1, 6, "-not", "-not is no operator of filters.")]
    [InlineData("rating -eq 1 -not read", 1, 14, "-not", "Before -not, join the conditions")]
    [InlineData("state = closed", 1, 7, "=", "A filter has no '='. Use -eq.")]
    [InlineData("state == closed", 1, 7, "==", "A filter has no '=='. Use -eq.")]
    [InlineData("state != closed", 1, 7, "!=", "A filter has no '!='. Use -ne.")]
    [InlineData("rating > 3", 1, 8, ">", "A filter has no '>'. Use -gt.")]
    [InlineData("rating >= 3", 1, 8, ">=", "A filter has no '>='. Use -ge.")]
    [InlineData("rating < 3", 1, 8, "<", "A filter has no '<'. Use -lt.")]
    [InlineData("rating <= 3", 1, 8, "<=", "A filter has no '<='. Use -le.")]
    [InlineData("rating <> 3", 1, 8, "<>", "A filter has no '<>'. Use -ne.")]
    [InlineData("open && read", 1, 6, "&&", "A filter has no '&&'. Use -and.")]
    [InlineData("open || read", 1, 6, "||", "A filter has no '||'. Use -or.")]
    [InlineData("open ; read", 1, 6, ";", "A filter has no ';'. Join conditions")]
    [InlineData("open | read", 1, 6, "|", "A filter has no '|'. Use -or")]
    [InlineData("open &", 1, 6, "&", "A filter has no '&'.")]
    [InlineData("rating -eq 1 2>&1", 1, 14, "2>&1", "A filter has no '2>&1'. Nothing can be redirected in it.")]
    [InlineData("tag -contains x", 1, 5, "-contains", "A filter has no '-contains'. Use -eq, which holds")]
    [InlineData("title -match x", 1, 7, "-match", "A filter has no '-match'. Use -like with *")]
    [InlineData("title -NotMatch x", 1, 7, "-NotMatch", "A filter has no '-NotMatch'. Use -notlike")]
    [InlineData("state -ceq x", 1, 7, "-ceq", "A filter has no '-ceq'. Use -eq: the field decides")]
    [InlineData("state -ieq x", 1, 7, "-ieq", "A filter has no '-ieq'. Use -eq")]
    [InlineData("title -cmatch x", 1, 7, "-cmatch", "A filter has no '-cmatch'. Use -like")]
    [InlineData("rating -is [int]", 1, 8, "-is", "A filter has no '-is'.")]
    [InlineData("rating -eq 1 -xor open", 1, 14, "-xor", "A filter has no '-xor'. Write (a -and -not b)")]
    [InlineData("rating -foo 1", 1, 8, "-foo", "-foo is no operator of filters.")]
    [InlineData("rating -like 1*", 1, 8, "-like", "'conversation_rating.score' does not take -like. 'conversation_rating.score' is a whole number and takes -eq -ne -gt")]
    [InlineData("state -gt closed", 1, 7, "-gt", "'state' does not take -gt.")]
    [InlineData("state -eq clozed", 1, 11, "clozed", "'state' is one of the words open, closed, snoozed; this text is none of them. Did you mean 'closed'?")]
    [InlineData("state -in open,shut", 1, 11, "open,shut", "'state' is one of the words")]
    [InlineData("rating -eq 7", 1, 12, "7", "'conversation_rating.score' is a number from 1 to 5, and never this value.")]
    [InlineData("cx_score -in 0, 1", 1, 14, "0, 1", "'cx_score' is a number from 1 to 5, and never this value.")]
    [InlineData("rating -eq high", 1, 12, "high", "'conversation_rating.score' is a whole number, which this text is not: give a number such as 4.")]
    [InlineData("rating -eq count_reopens", 1, 12, "count_reopens", "'conversation_rating.score' is a whole number, which this text is not: give a number such as 4. A field cannot be compared with another one.")]
    [InlineData("rating -eq 2.5", 1, 12, "2.5", "'conversation_rating.score' holds whole numbers, which a number with a fraction never equals")]
    [InlineData("rating -gt 1e300", 1, 12, "1e300", "'conversation_rating.score' cannot be compared with this number: it is too large")]
    [InlineData("rating -eq 1,2", 1, 12, "1,2", "'conversation_rating.score' is compared with a list. Use -in or -notin.")]
    [InlineData("rating -gt $names", 1, 12, "$names", "'conversation_rating.score' can be more or less than one value, not than a list.")]
    [InlineData("rating -gt $null", 1, 12, "$null", "'conversation_rating.score' cannot be compared with $null in this way.")]
    [InlineData("tag -like 'a*','b*'", 1, 11, "'a*','b*'", "-like and -notlike take one pattern.")]
    [InlineData("tag -like $none", 1, 11, "$none", "'tag' cannot be compared with $null in this way.")]
    [InlineData("tag -eq $table", 1, 9, "$table", "'tag' is compared with single values, not with a hashtable.")]
    [InlineData("rating -in 1..20000", 1, 12, "1..20000", "The list has more than 10000 values.")]
    [InlineData("open -eq maybe", 1, 10, "maybe", "'open' is $true or $false, which this text is not")]
    [InlineData("created_at -gt 1769860800000", 1, 16, "1769860800000", "'created_at' is a time; this number looks like milliseconds")]
    [InlineData("created_at -gt 20260131", 1, 16, "20260131", "'created_at' is a time; this number would be seconds since 1970 but looks like a date")]
    [InlineData("created_at -gt 2026", 1, 16, "2026", "'created_at' is a time; this number would be seconds")]
    [InlineData("created_at -gt yesterday", 1, 16, "yesterday", "'created_at' is a time, which this text is not: give one such as '2026-01-31'")]
    [InlineData("created_at -gt 2026-13-01", 1, 16, "2026-13-01", "'created_at' is a time, which this text is not")]
    [InlineData("created_at -like 2026*", 1, 12, "-like", "'created_at' does not take -like.")]
    [InlineData("time_to_first_reply -gt long", 1, 25, "long", "'statistics.time_to_admin_reply' is a length of time, which this text is not")]
    [InlineData("assignee_id -eq Tom", 1, 17, "Tom", "'admin_assignee_id' is the id of an admin or team, 0 where unassigned, which this text is not")]
    [InlineData("contact_email -eq *@b.example", 1, 19, "*@b.example", "'contact_email' is compared with whole email addresses")]
    [InlineData("custom_attributes.Plan -gt pro", 1, 28, "pro", "'custom_attributes.Plan' can be more or less than a number or a time, not than this text.")]
    [InlineData("rating -eq $missing", 1, 12, "$missing", "The variable $missing is not defined.")]
    [InlineData("tag -eq \"a $missing\"", 1, 12, "$missing", "The variable $missing is not defined.")]
    [InlineData("rating -eq @names", 1, 12, "@names", "Nothing can be splatted in a filter. Write $names.")]
    [InlineData("rating -eq $using:n", 1, 12, "$using:n", "$using: has no meaning in a filter.")]
    [InlineData("rating -eq { 1 }", 1, 12, "{ 1 }", "A script block is no value.")]
    [InlineData("rating -eq @{a=1}", 1, 12, "@{a=1}", "A hashtable is no value.")]
    [InlineData("tag -eq a$name", 1, 9, "a$name", "Put a text with variables in double quotes")]
    [InlineData("created_at -gt [datetime]::Today.AddDays(-7)", 1, 16, "[datetime]::Today.AddDays(-7)", "Put the expression in parentheses: ([datetime]::Today.AddDays(-7)).")]
    [InlineData("state -eq 'closed", 1, 11, "'closed", "PowerShell cannot read the filter: ")]
    [InlineData("open -and (read", 1, 16, "", "PowerShell cannot read the filter: ")]
    [InlineData("open)", 1, 5, ")", "PowerShell cannot read the filter: ")]
    [InlineData("rating -in 1,", 1, 14, "", "PowerShell cannot read the filter: ")]
    public void A_wrong_filter_is_refused_at_its_place(string filter, int line, int column, string text, string message)
    {
        var error = Assert.IsType<FilterException>(Error(filter));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column, text), (error.Line, error.Column, error.Text));
        Assert.Contains($"\nAt line {line}, column {column}:\n  ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rating -eq (Get-Date)", "(Get-Date)", "a command")]
    [InlineData("rating -eq @(Get-Date)", "@(Get-Date)", "a command")]
    [InlineData("rating -eq $(1)", "$(1)", "a subexpression")]
    [InlineData("tag -eq \"a $(1)\"", "$(1)", "a subexpression")]
    [InlineData("tag -eq \"a $($n)\"", "$($n)", "a subexpression")]
    [InlineData("rating -eq $n.ToString()", "$n.ToString()", "a method")]
    [InlineData("rating -eq $n.Length", "$n.Length", "a property")]
    [InlineData("rating -eq $n[0]", "$n[0]", "an index")]
    [InlineData("rating -eq ($n[0])", "$n[0]", "an index")]
    [InlineData("rating -eq [int]'7'", "[int]'7'", "a type")]
    [InlineData("rating -eq ([int]'7')", "[int]'7'", "a type")]
    [InlineData("rating -eq (1 + 1)", "1 + 1", "an expression")]
    [InlineData("rating -eq ($n = 5)", "($n = 5)", "a command")]
    [InlineData("rating -eq $env:PATH", "$env:PATH", "a variable of a drive")]
    [InlineData("rating -eq ${C:\\file.txt}", "${C:\\file.txt}", "a variable of a drive")]
    [InlineData("tag -eq ${function:prompt}", "${function:prompt}", "a variable of a drive")]
    [InlineData("tag -eq \"a $env:PATH\"", "$env:PATH", "a variable of a drive")]
    public void A_text_evaluates_nothing(string filter, string text, string what)
    {
        var scope = new FakeScope();
        var error = Assert.ThrowsAny<FilterException>(() => FilterParser.Parse(filter, scope));
        Assert.StartsWith($"In a filter that is a text, {what} is not evaluated.", error.Message, StringComparison.Ordinal);
        Assert.Equal(text, error.Text);
        Assert.Empty(scope.Evaluated);
    }

    [Theory]
    [InlineData("rating -eq ($n = 5)", "$n = 5", "A filter does not assign.")]
    [InlineData("rating -eq $($n++)", "$n++", "A filter does not assign.")]
    [InlineData("rating -eq $(1; 2)", "1; 2", "A value is one expression or pipeline.")]
    [InlineData("rating -eq $(foreach ($i in 1) { $i })", "foreach ($i in 1) { $i }", "A value is one expression or pipeline.")]
    [InlineData("rating -eq ($using:n + 1)", "$using:n", "$using: has no meaning in a filter.")]
    [InlineData("rating -eq $missing.Length", "$missing", "The variable $missing is not defined.")]
    [InlineData("rating -eq (1 + $missing)", "$missing", "The variable $missing is not defined.")]
    [InlineData("rating -eq $_.Score", "$_", "The variable $_ is not defined.")]
    [InlineData("rating -eq { 1 }", "{ 1 }", "A script block is no value.")]
    [InlineData("rating -eq [int", "[int", "This is no expression that PowerShell can read.")]
    public void A_script_block_evaluates_values_alone(string filter, string text, string message)
    {
        var scope = new FakeScope();
        var error = Assert.ThrowsAny<FilterException>(() => FilterParser.Parse(ScriptBlock.Create(filter), scope));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, error.Text);
        Assert.Empty(scope.Evaluated);
    }

    [Fact]
    public void The_place_is_drawn_as_PowerShell_draws_it() => Assert.Equal(
        """
        There is no field 'stat'. Did you mean 'state'?
        At line 2, column 2:
           stat -eq 'x' -and
           ~~~~
        """.ReplaceLineEndings("\n"),
        Error("open -and\r\n\tstat -eq 'x' -and\r\n read").Message);

    [Fact]
    public void Wide_characters_and_controls_keep_the_tildes_below_their_words()
    {
        string[] lines = Error("tag -eq '日本\u001b\u202E👍e\u0301' -and nix -eq 1").Message.Split('\n');
        Assert.Equal("  tag -eq '日本␛👍e\u0301' -and nix -eq 1", lines[2]);
        Assert.Equal("  " + new string(' ', "tag -eq 'xxxx_xxe' -and ".Length) + "~~~", lines[3]);
    }

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        string[] lines = Error($"{string.Concat(Enumerable.Repeat("rating -eq 1 -or ", 50))}nix -eq {new string('x', 300)}").Message.Split('\n');
        Assert.True(lines[2].Length < 110);
        Assert.StartsWith("  …", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("…", lines[2], StringComparison.Ordinal);
        Assert.Equal("nix", lines[2].Substring(lines[3].IndexOf('~'), lines[3].Count(letter => letter == '~')));
    }

    [Fact]
    public void The_value_of_a_variable_is_never_shown()
    {
        foreach (string filter in new[] { "rating -eq $secret", "state -eq $secret", "created_at -gt $secret", "read -eq $secret", "time_to_first_reply -lt $secret" })
        {
            Assert.DoesNotContain("s3cr3t", Error(filter).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(42)]
    [InlineData(null)]
    public void What_is_no_filter_is_refused(object? filter) =>
        Assert.StartsWith("A filter is a script block or a text", Assert.ThrowsAny<InvalidQueryException>(() => FilterParser.Parse(filter!, new FakeScope())).Message, StringComparison.Ordinal);

    private static InvalidQueryException Error(string filter) =>
        Assert.ThrowsAny<InvalidQueryException>(() => FilterParser.Parse(filter, new FakeScope()));
}
