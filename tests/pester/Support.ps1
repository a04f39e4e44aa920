# What every test file needs; each dot-sources it. ASCII alone, like all scripts here: Windows PowerShell reads a file without
# a byte order mark in the system's code page.

$testedModule = $env:INTERCOMPS_TESTED_MODULE
if (-not $testedModule) {
    $testedModule = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'IntercomPS'))
}

$manifestPath = [IO.Path]::Combine($testedModule, 'IntercomPS.psd1')

function Import-TestedModule {
    Import-Module $manifestPath -Force -Global -ErrorAction Stop
}

# Starts a workspace of this process and connects to it.
function Start-ConnectedSandbox {
    param([hashtable] $With = @{})

    $sandbox = Start-IntercomSandbox @With
    Connect-Intercom -Sandbox
    $sandbox
}

function Stop-ConnectedSandbox {
    Disconnect-Intercom
    Stop-IntercomSandbox
}

# What a script writes in a process of its own, of the same PowerShell; its errors are the caller's.
function Invoke-FreshProcess {
    param([scriptblock] $Script, [object[]] $Arguments = @())

    Start-Job -ScriptBlock $Script -ArgumentList $Arguments | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop
}

# The text that a command line of the same PowerShell prints, as a person sees it.
function Invoke-PowerShellProgram {
    param([string] $Command)

    $program = (Get-Process -Id $PID).Path
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Command))
    & $program -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded | Out-String
}

# Runs a script file as a scheduled task does, in a process of the same PowerShell that finds the module by its name. Gives the
# exit code, and what was printed.
function Invoke-ScriptFile {
    param([string] $File, [string[]] $Arguments = @(), [hashtable] $Environment = @{})

    $Environment.PSModulePath = [IO.Path]::GetDirectoryName($testedModule) + [IO.Path]::PathSeparator + $env:PSModulePath
    $kept = @{}
    foreach ($name in $Environment.Keys) {
        $kept[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $Environment[$name])
    }

    try {
        $printed = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $File @Arguments | Out-String -Width 1000
        [pscustomobject] @{ ExitCode = $LASTEXITCODE; Output = $printed }
    }
    finally {
        foreach ($name in $kept.Keys) {
            [Environment]::SetEnvironmentVariable($name, $kept[$name])
        }
    }
}

# The full id of an error: the part of ours, and the cmdlet that wrote it.
function Get-ErrorId {
    param([scriptblock] $Script)

    try {
        $null = & $Script
    }
    catch {
        return $_.FullyQualifiedErrorId.Split(',')[0]
    }
}

# PowerShell 7 reads a time in JSON as a DateTime, Windows PowerShell as a text.
function ConvertTo-UtcTime {
    param($Value)

    if ($Value) {
        ([datetime] $Value).ToUniversalTime()
    }
}
