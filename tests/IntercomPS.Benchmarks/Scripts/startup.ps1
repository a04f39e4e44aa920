# What the first steps take in a fresh process.
param([string] $Module, [string] $BaseUri)

$ErrorActionPreference = 'Stop'
$steps = [ordered] @{
    warmup  = { } # compiles what only the measuring needs
    import  = { Import-Module $Module }
    connect = { Connect-Intercom -BaseUri $BaseUri }
    search  = { Search-IntercomConversation -First 1 }
    again   = { Search-IntercomConversation -First 1 }
}
foreach ($step in $steps.GetEnumerator()) {
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $step.Value
    "$($step.Key)=$($clock.Elapsed.TotalMilliseconds)"
}
