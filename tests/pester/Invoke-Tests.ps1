<#
.SYNOPSIS
Runs the Pester tests of this folder against the staged module, and exits with the number of failures.
.PARAMETER PesterPath
The Pester to use, version 5. Without it, the newest installed one.
.PARAMETER ModulePath
The folder of the module to test, such as that of an unpacked package. Without it, output/IntercomPS.
.PARAMETER ResultPath
Where to write the results as NUnit XML, for a CI system. Without it, nowhere.
#>
[CmdletBinding()]
param(
    [string] $PesterPath = 'Pester',

    [string] $ModulePath,

    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module $PesterPath -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
if ($ResultPath) {
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputPath = $ResultPath
}

# The tests read it, so that a single one can also be run by Invoke-Pester alone.
if ($ModulePath) {
    $env:INTERCOMPS_TESTED_MODULE = (Resolve-Path -LiteralPath $ModulePath).ProviderPath
}

$run = Invoke-Pester -Configuration $configuration
if ($run.TotalCount -eq 0) {
    throw "No Pester test ran in '$PSScriptRoot'."
}

# Blocks and files that could not be set up have no failed test to count. An exit code has 8 bits.
exit [Math]::Min(255, $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount)
