using System;
using System.Management.Automation;
using Xunit;

namespace IntercomPS.Tests.Filtering;

/// <summary>Whose variables a filter sees, in the real engine.</summary>
public sealed class FilterScopeTests : IDisposable
{
    private readonly FilterRunspace _runspace = new();

    public void Dispose() => _runspace.Dispose();

    [Theory]
    [InlineData("$n = 5; Test-Filter { count_reopens -eq $n }", 5)]
    [InlineData("$n = 5; Test-Filter 'count_reopens -eq $n'", 5)]
    [InlineData("$n = 5; Test-Filter { count_reopens -eq ($n + 1) }", 6)]
    [InlineData("function f { $n = 4; Test-Filter { count_reopens -eq $n } }; $n = 5; f", 4)]
    [InlineData("function f { $n = 4; Test-Filter 'count_reopens -eq $n' }; $n = 5; f", 4)]
    [InlineData("function f { $n = 4; Test-Filter { count_reopens -eq $n.ToString() } }; $n = 5; f", 4)]
    [InlineData("function g { Test-Filter { count_reopens -eq $n } }; function f { $n = 3; g }; $n = 5; f", 3)]
    [InlineData("function f { $n = 4; Test-Filter { count_reopens -eq $script:n } }; $n = 5; f", 5)]
    [InlineData("function f { $n = 4; Test-Filter { count_reopens -eq ($global:n - 1) } }; $n = 5; f", 4)]
    [InlineData("7 | ForEach-Object { Test-Filter { count_reopens -eq $_ } }", 7)]
    [InlineData("@{ Score = 8 } | ForEach-Object { Test-Filter { count_reopens -eq $_.Score } }", 8)]
    [InlineData("function Get-Score { 6 }; Test-Filter { count_reopens -eq (Get-Score) }", 6)]
    [InlineData("$env:RATING_OF_TEST = 2; Test-Filter { count_reopens -eq $env:RATING_OF_TEST }", 2)]
    [InlineData("function g($block) { $n = 1; Test-Filter $block }; function f { $n = 9; g { count_reopens -eq $n } }; f", 1)]
    public void Variables_are_those_of_the_caller(string script, int rating) =>
        Assert.Equal([$"statistics.count_reopens = {rating}"], _runspace.Run(script));

    [Theory]
    [InlineData("function f { $n = 4; Invoke-Passed { count_reopens -eq $n } }; f", 4)]
    [InlineData("function f { $n = 4; Invoke-Passed { count_reopens -eq ($n + 1) } }; f", 5)]
    [InlineData("function f { $n = 4; Invoke-Passed { count_reopens -eq $secret } }; f", null)]
    [InlineData("Invoke-Own", 40)]
    [InlineData("$n = 4; $secret = 4; Invoke-OwnSecret", 41)]
    [InlineData("$secret = 4; Test-Filter (Get-Block)", 41)]
    [InlineData("$secret = 4; Test-Filter (Get-Sum)", 42)]
    [InlineData("$n = 4; $b = { count_reopens -eq $n }.GetNewClosure(); $n = 5; Test-Filter $b", 4)]
    public void A_block_sees_what_is_seen_where_it_was_written(string script, int? rating)
    {
        const string Module = """
            $null = New-Module -Name Passing -ScriptBlock {
                $script:secret = 41
                function Invoke-Passed($block) { $n = 1; Test-Filter $block }
                function Invoke-Own { $n = 40; Test-Filter { count_reopens -eq $n } }
                function Invoke-OwnSecret { Test-Filter { count_reopens -eq $script:secret } }
                function Get-Block { { count_reopens -eq $secret } }
                function Get-Sum { { count_reopens -eq ($secret + 1) } }
            } | Import-Module

            """;
        if (rating is null)
        {
            Assert.Contains("$secret is not defined", Assert.ThrowsAny<RuntimeException>(() => _runspace.Run(Module + script)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal([$"statistics.count_reopens = {rating}"], _runspace.Run(Module + script));
        }
    }

    [Theory]
    [InlineData("Test-Filter { count_reopens -eq (Get-Command no-such-command) }", "The expression failed: The term 'no-such-command' is not recognized")]
    [InlineData("Test-Filter { count_reopens -eq (1 / 0) }", "The expression failed: Attempted to divide by zero.")]
    [InlineData("Test-Filter { count_reopens -eq (No-Such-Command) }", "The expression failed: The term 'No-Such-Command' is not recognized")]
    [InlineData("Set-StrictMode -Version Latest; Test-Filter { count_reopens -eq $missing }", "The variable $missing is not defined.")]
    public void An_expression_that_fails_is_shown(string script, string message)
    {
        RuntimeException error = Assert.ThrowsAny<RuntimeException>(() => _runspace.Run(script));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("At line 1, column ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_with_a_type_that_fails_is_shown_at_its_place() => Assert.Contains(
        "At line 1, column 43:",
        Assert.ThrowsAny<RuntimeException>(() => _runspace.Run("Test-Filter {state -eq 'closed' -and count_reopens -eq [int]'many'}")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Several_results_are_a_list_and_none_is_null()
    {
        Assert.Equal(["statistics.count_reopens = [1 2 3]"], _runspace.Run("Test-Filter { count_reopens -in (1..5 | Where-Object { $_ -le 3 }) }"));
        Assert.Equal(["statistics.count_reopens = null"], _runspace.Run("Test-Filter { count_reopens -eq (1..5 | Where-Object { $_ -gt 9 }) }"));
    }

    [Fact]
    public void An_expression_leaves_the_callers_variables_and_preferences_alone() => Assert.Equal(
        ["created_at", "Continue"],
        _runspace.Run("$ErrorActionPreference = 'Continue'; (Test-Filter { created_at -ge ([datetime]::Today.AddDays(-30)) }).Split(' ')[0]; $ErrorActionPreference"));

    [Theory]
    [InlineData("count_reopens -eq (Set-Mark)")]
    [InlineData("count_reopens -eq @(Set-Mark)")]
    [InlineData("count_reopens -eq $(Set-Mark)")]
    [InlineData("tag -eq \"$(Set-Mark)\"")]
    [InlineData("Set-Mark")]
    [InlineData("(Set-Mark)")]
    [InlineData("open; Set-Mark")]
    [InlineData("open | Set-Mark")]
    [InlineData("open && Set-Mark")]
    [InlineData("open\nSet-Mark")]
    [InlineData("open -and (\nSet-Mark\n)")]
    [InlineData("count_reopens -eq { Set-Mark }.Invoke()")]
    [InlineData("count_reopens -eq ({ Set-Mark }.Invoke())")]
    [InlineData("count_reopens -eq (& { Set-Mark })")]
    [InlineData("& Set-Mark")]
    [InlineData(". Set-Mark")]
    [InlineData("tag -eq $(Set-Mark)$name")]
    [InlineData("tag -eq a$(Set-Mark)")]
    [InlineData("custom_attributes.\"$(Set-Mark)\" -eq 1")]
    [InlineData("$_.(Set-Mark) -eq 1")]
    [InlineData("$_.CustomAttributes[(Set-Mark)] -eq 1")]
    [InlineData("count_reopens -eq $marker.Marked")]
    [InlineData("count_reopens -eq $marker.Mark()")]
    [InlineData("tag -eq \"$($marker.Mark())\"")]
    [InlineData("count_reopens -in @($(Set-Mark), 1)")]
    [InlineData("count_reopens -eq @{ a = Set-Mark }")]
    [InlineData("count_reopens -eq [scriptblock]::Create('Set-Mark').Invoke()")]
    [InlineData("count_reopens -eq ${function:Set-Mark}")]
    public void Nothing_of_a_text_is_ever_executed(string filter)
    {
        string quoted = filter.Replace("'", "''", StringComparison.Ordinal);
        var output = _runspace.Run($$"""
            $global:marks = 0
            function global:Set-Mark { $global:marks++; 1 }
            $marker = [psobject]::new()
            $marker.PSObject.Members.Add([psscriptmethod]::new('Mark', { Set-Mark }))
            $marker.PSObject.Members.Add([psscriptproperty]::new('Marked', { Set-Mark }))
            $refused = $false
            try { $null = Test-Filter '{{quoted}}' } catch { $refused = $true }
            "$refused $global:marks"
            """);
        Assert.Equal(["True 0"], output);
    }
}
