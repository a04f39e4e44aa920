# What it takes to parse a filter and to plan its searches, beside PowerShell's own parser.
param([string] $Module)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$usual = "state -eq 'closed' -and (rating -le 2 -or source.type -in 'email', 'whatsapp') -and created_at -ge '2026-01-01' -and cx_score -lt 3"
$block = [scriptblock]::Create($usual)
$wide = @(foreach ($number in 1..100) { "(rating -eq $($number % 5 + 1) -and source.subject -like '*word$number*')" }) -join ' -or '
$steps = [ordered] @{
    first  = @{ Runs = 1; Code = { Get-IntercomQuery -Filter $usual } }
    usual  = @{ Runs = 2000; Code = { Get-IntercomQuery -Filter $usual } }
    block  = @{ Runs = 2000; Code = { Get-IntercomQuery -Filter $block } }
    wide   = @{ Runs = 50; Code = { Get-IntercomQuery -Filter $wide } }
    parser = @{ Runs = 2000; Code = { [System.Management.Automation.Language.Parser]::ParseInput($usual, [ref] $null, [ref] $null) } }
}
foreach ($step in $steps.GetEnumerator()) {
    $code = $step.Value.Code
    $passes = if ($step.Value.Runs -gt 1) { 1, 2 } else { 1 } # the first one compiles
    foreach ($pass in $passes) {
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        for ($run = 0; $run -lt $step.Value.Runs; $run++) { $null = & $code }
        $elapsed = $clock.Elapsed.TotalMilliseconds / $step.Value.Runs
    }

    "$($step.Key)=$elapsed"
}
