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
