# The export as users run it; the time is that of the command itself.
param([string] $Module, [string] $BaseUri, [string] $Path)

$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Intercom -BaseUri $BaseUri
$process = [System.Diagnostics.Process]::GetCurrentProcess()
$processorTime = $process.TotalProcessorTime
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$summary = Export-IntercomConversation -Path $Path -NoContactLookup -Force
"elapsed=$($clock.Elapsed.TotalMilliseconds)"
$process.Refresh()
"cpu=$(($process.TotalProcessorTime - $processorTime).TotalMilliseconds)"
"rows=$($summary.Rows)"
"bytes=$($summary.Bytes)"
"requests=$($summary.Requests)"
"peak=$($process.PeakWorkingSet64)"
