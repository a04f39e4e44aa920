# Gets full threads for as long as it takes to go through so many of them: the conversations of one page, over and over.
param([string] $Module, [string] $BaseUri, [int] $Count, [string] $ApiVersion)

$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Intercom -BaseUri $BaseUri -ApiVersion $ApiVersion
$page = @(Search-IntercomConversation -First 150 | ForEach-Object { $_.Id })
$ids = for ($number = 0; $number -lt $Count; $number++) { $page[$number % $page.Count] }
$process = [System.Diagnostics.Process]::GetCurrentProcess()
$processorTime = $process.TotalProcessorTime
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$got = 0
$ids | Get-IntercomConversation | ForEach-Object { $got++ }
"elapsed=$($clock.Elapsed.TotalMilliseconds)"
$process.Refresh()
"cpu=$(($process.TotalProcessorTime - $processorTime).TotalMilliseconds)"
"got=$got"
"peak=$($process.PeakWorkingSet64)"
