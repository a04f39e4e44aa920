using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using IntercomPS.Filtering;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Filtering;

/// <summary>Whatever is given: a condition, or an error that points at a place.</summary>
public sealed class FilterFuzzTests
{
    private static readonly string[] Words =
    [
        "state", "rating", "created_at", "tag", "open", "$_.State", "$_.CustomAttributes['Plan Name']", "custom_attributes.'Plan Name'", "nix",
        "-eq", "-ne", "-gt", "-le", "-in", "-notin", "-like", "-match", "-and", "-or", "-not", "!", "-xor", "=", "(", ")", "((", "))", "@(", "$(", "{", "}", "@{",
        "closed", "'closed'", "\"a $name\"", "\"$(Get-Date)\"", "1", "-5", "2.5", "1..5", "1,2", ",", "$n", "$missing", "$null", "$true", "$env:X", "@names",
        "[datetime]'2026-01-01'", "(Get-Date)", "[", "]", ";", "|", "&", ">", "<", "2>&1", "#", "<#", "#>", "`", "\n", "\r\n", "\t", "'", "\"", "@'", "\n'@\n", "--%", "--", "::", ".", "\0", "$_", "a=b", "{0}",
    ];

    private static readonly string[] Good =
    [
        "state -eq 'closed' -and (rating -le 2 -or tag -eq 'billing') -and created_at -ge '2026-01-31'",
        "-not (open -and ($_.CustomAttributes['Plan Name'] -in 'pro', \"x $name\" -or ! read))\n-or rating -in 1..5 # rest",
        "closed_at -gt $date -and custom_attributes.'Plan Name' -like '*p*' -and id -in @(1, '2', $n)",
    ];

    [Fact]
    public void Soups_of_words_crash_nothing() => Run(4000, random =>
        string.Join(random.Next(4) == 0 ? string.Empty : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)])));

    [Fact]
    public void Mutations_of_good_filters_crash_nothing() => Run(4000, random =>
    {
        string filter = Good[random.Next(Good.Length)];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(filter.Length);
            filter = random.Next(4) switch
            {
                0 => filter.Remove(at, Math.Min(random.Next(1, 6), filter.Length - at)) + " ",
                1 => filter.Insert(at, Words[random.Next(Words.Length)]),
                2 => filter.Insert(at, ((char)random.Next(0, 0x10000)).ToString()),
                _ => filter[..at] + (char)random.Next(1, 128) + filter[(at + 1)..],
            };
        }

        return filter;
    });

    [Theory]
    [InlineData("(", 10_000, "open", ")", "nested more than 100 deep")]
    [InlineData("-not (", 4_500, "open", ")", "nested more than 100 deep")]
    [InlineData("(", 100, "open", ")", null)]
    [InlineData("(", 101, "open", ")", "nested more than 100 deep")]
    [InlineData("(-not ", 100, "'read' -eq 1 -or open", ")", "'read' is $true")]
    [InlineData("(-not ", 100, "open", ")", null)]
    [InlineData("-not ", 6_500, "open", "", null)]
    [InlineData("rating -eq 1 -and ", 1_800, "open", "", null)]
    [InlineData("open -and read -or ", 200, "open", "", "alternate more than 100 times")]
    [InlineData("(open) -and ", 2_500, "(open)", "", null)]
    [InlineData("(-not 'tag' -eq 1) -or\n", 1_000, "open", "", "too complicated")]
    [InlineData("('tag' -eq 1) -or\n", 200, "open", "", null)]
    [InlineData("open -and read -and\n", 1_000, "open", "", null)]
    [InlineData("rating -in @(", 1, "1,(1,(1,1))", ")", "not with a list")]
    [InlineData("open -and tag -eq $(", 3_000, "1", ")", "")]
    [InlineData("tag -eq \"$(", 2_000, "1", ")\"", "")]
    [InlineData("tag -eq $n", 1, ".b.b.b.b", "", "In a filter that is a text, a property")]
    [InlineData("tag -eq [a]::b", 1, ".b.b.b.b", "", "In a filter that is a text, a property")]
    [InlineData("rating -eq (1", 1, "+1+1+1+1", ")", "In a filter that is a text, an expression")]
    [InlineData("x", 40_000, "", "", "longer than 32768")]
    public void Deep_and_long_filters_end_with_an_answer_on_a_small_stack(string open, int times, string middle, string close, string? message)
    {
        string repeated = middle.Length > 0 && (middle[0] is '.' or '+') ? string.Concat(Enumerable.Repeat(middle, 3_000)) : middle;
        string filter = string.Concat(Enumerable.Repeat(open, times)) + repeated + string.Concat(Enumerable.Repeat(close, times));
        string? answer = null;
        var thread = new Thread(() => answer = Answer(filter), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotNull(answer);
        Assert.True(message is null ? answer.StartsWith("Read: ", StringComparison.Ordinal) : answer.Contains(message, StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData(".b")]
    [InlineData("+1")]
    public void Deep_expressions_are_refused_before_the_engine_compiles_them(string part)
    {
        var scope = new FakeScope();
        ScriptBlock filter = ScriptBlock.Create($"rating -eq ($n{string.Concat(Enumerable.Repeat(part, 3_000))})");
        Assert.Contains("nested too deep", Assert.ThrowsAny<InvalidQueryException>(() => FilterParser.Parse(filter, scope)).Message, StringComparison.Ordinal);
        Assert.Empty(scope.Evaluated);
    }

    private static string Answer(string filter)
    {
        try
        {
            return "Read: " + ConditionText.Of(FilterParser.Parse(filter, new FakeScope()));
        }
        catch (InvalidQueryException exception)
        {
            return exception.Message;
        }
    }

    private static void Run(int times, Func<Random, string> make)
    {
        for (int seed = 0; seed < times; seed++)
        {
            string filter = make(new Random(seed));
            var scope = new FakeScope();
            try
            {
                ConditionText.Of(FilterParser.Parse(filter, scope));
            }
            catch (FilterException exception)
            {
                Assert.True(exception.Line > 0 && exception.Column > 0, filter);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}: {filter}\n{exception}");
            }

            Assert.Empty(scope.Evaluated);
        }
    }
}
