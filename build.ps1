<#
.SYNOPSIS
Builds, tests, shows or packs IntercomPS: a thin layer over the dotnet commands of the README.
.DESCRIPTION
Needs the .NET SDK, and runs in Windows PowerShell 5.1 and in PowerShell 7.

Build    stages the importable module at output/IntercomPS.
Test     runs the xunit tests, then the Pester tests in the PowerShell that runs this script, where Pester 5 is installed.
Demo     runs samples/demo.ps1, without an Intercom account.
Package  makes output/packages: the nupkg for the PowerShell Gallery and the zip for Azure Automation.
.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2

function Invoke-DotNet {
    # A program that fails is no error to PowerShell, whatever $ErrorActionPreference says.
    & dotnet $args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args failed with exit code $LASTEXITCODE."
    }
}

function Invoke-PesterTest {
    $pester = Get-Module -Name Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 } | Select-Object -First 1
    if (-not $pester) {
        Write-Warning ('The Pester tests did not run: Pester 5 is not installed. ' +
            'Install-Module Pester -MinimumVersion 5.0 -Scope CurrentUser -SkipPublisherCheck installs it.')
        return
    }

    # In a process of its own: a session that has imported the module holds its files, and the next build could not replace them.
    $powershell = (Get-Process -Id $PID).Path
    & $powershell -NoProfile -NonInteractive -File ([IO.Path]::Combine($PSScriptRoot, 'tests', 'pester', 'Invoke-Tests.ps1')) -PesterPath $pester.Path
    if ($LASTEXITCODE -ne 0) {
        throw "$LASTEXITCODE Pester tests failed."
    }
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build IntercomPS.sln -c $Configuration }
        'Test' {
            Invoke-DotNet test IntercomPS.sln -c $Configuration
            Invoke-PesterTest
        }
        'Demo' { Invoke-DotNet run -c $Configuration --project src/IntercomPS.Shell '--' samples/demo.ps1 }
        'Package' { Invoke-DotNet pack module/IntercomPS.Module.csproj -c $Configuration }
    }
}
finally {
    Pop-Location
}
