# How long a search takes to its first object and to its last one: at first use, and once compiled.
param([string] $Module, [string] $BaseUri)

$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Intercom -BaseUri $BaseUri
foreach ($run in 'cold', 'warm') {
    $first = $null
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    Search-IntercomConversation | ForEach-Object { if (-not $first) { $first = $clock.Elapsed } }
    "$run.last=$($clock.Elapsed.TotalMilliseconds)"
    "$run.first=$($first.TotalMilliseconds)"
}
