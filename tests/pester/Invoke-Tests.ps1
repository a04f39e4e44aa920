<#
.SYNOPSIS
Runs the Pester tests of this folder against the staged module, and exits with the number of failures.
.PARAMETER PesterPath
The Pester to use, version 5. Without it, the newest installed one.
#>
[CmdletBinding()]
param([string] $PesterPath = 'Pester')

$ErrorActionPreference = 'Stop'
Import-Module $PesterPath -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'

$run = Invoke-Pester -Configuration $configuration
if ($run.TotalCount -eq 0) {
    throw "No Pester test ran in '$PSScriptRoot'."
}

# Blocks and files that could not be set up have no failed test to count.
exit $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
