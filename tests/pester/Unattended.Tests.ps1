# The samples that run while nobody looks.
BeforeDiscovery {
    $samples = @(Get-ChildItem -Path ([IO.Path]::Combine($PSScriptRoot, '..', '..', 'samples')) -Filter *.ps1)
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $samplesFolder = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'samples'))

    # The long thread is that of the conversation in the middle.
    $sandbox = Start-ConnectedSandbox @{ Conversations = 400; Seed = 3 }
    $all = @(Search-IntercomConversation)
    $long = @($all | Where-Object { $_.Statistics.CountConversationParts -gt 500 })[0].CreatedAt.UtcDateTime.Date

    # A day with conversations, and with threads that are whole.
    $short = @($all | ForEach-Object { $_.CreatedAt.UtcDateTime.Date } | Where-Object { $_ -ne $long })[20]

    function Get-DayName {
        param([datetime] $Day)

        $Day.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    }

    function Get-IdOfDay {
        param([datetime] $Day)

        @($all | Where-Object { $_.CreatedAt.UtcDateTime.Date -eq $Day }).Id
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'samples/<_.Name>' -ForEach $samples {
    It 'is a script of this PowerShell, in ASCII' {
        $problems = $null
        $null = [Management.Automation.Language.Parser]::ParseFile($_.FullName, [ref] $null, [ref] $problems)

        $problems | Should -BeNullOrEmpty
        [IO.File]::ReadAllBytes($_.FullName) | Where-Object { $_ -gt 127 } | Should -BeNullOrEmpty
    }
}

Describe 'samples/scheduled-export.ps1' {
    BeforeAll {
        function Invoke-ScheduledExport {
            param([string] $Folder, [datetime] $Day, [string[]] $More = @(), [string] $Token = $sandbox.AccessToken)

            $arguments = @('-Folder', $Folder, '-From', (Get-DayName $Day), '-To', (Get-DayName $Day.AddDays(1)), '-BaseUri', "$($sandbox.BaseUri)") + $More
            Invoke-ScriptFile -File (Join-Path $samplesFolder 'scheduled-export.ps1') -Arguments $arguments -Environment @{ INTERCOM_ACCESS_TOKEN = $Token }
        }
    }

    It 'exits with 0 and writes the day, and does it once' {
        $folder = Join-Path $TestDrive 'complete'

        $first = Invoke-ScheduledExport $folder $short
        $before = $sandbox.Requests
        $second = Invoke-ScheduledExport $folder $short

        $first.ExitCode, $second.ExitCode | Should -Be @(0, 0)
        $first.Output | Should -Match ' DONE +conversations-'
        $second.Output | Should -Not -Match ' DONE '
        $sandbox.Requests - $before | Should -Be 1
        $file = Join-Path $folder "conversations-$(Get-DayName $short).csv"
        (Import-Csv -LiteralPath $file).conversation_id | Sort-Object | Should -Be (Get-IdOfDay $short | Sort-Object)
        (Test-IntercomExport -Path $file).IsValid | Should -BeTrue
    }

    It 'exits with 2 where something is missing' {
        $run = Invoke-ScheduledExport (Join-Path $TestDrive 'incomplete') $long -More '-IncludeParts'

        $run.ExitCode | Should -Be 2
        $run.Output | Should -Match ' MISSING '
        (Import-Csv -LiteralPath (Join-Path $TestDrive "incomplete/conversations-$(Get-DayName $long).csv")).Count | Should -Be @(Get-IdOfDay $long).Count
    }

    It 'exits with 1 where it failed, and says why in its log' {
        $run = Invoke-ScheduledExport (Join-Path $TestDrive 'failed') $short -Token 'a-wrong-token'

        $run.ExitCode | Should -Be 1
        $log = [IO.File]::ReadAllText((Join-Path $TestDrive 'failed/scheduled-export.log'))
        $log | Should -Match 'Z FAILED +Unauthorized: '
        "$log$($run.Output)" | Should -Not -Match 'a-wrong-token'
    }

    It 'exits with 1 while another run is at work' {
        $folder = Join-Path $TestDrive 'busy'
        $null = New-Item -ItemType Directory -Path $folder
        $lock = [IO.File]::Open((Join-Path $folder 'scheduled-export.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            $run = Invoke-ScheduledExport $folder $short
        }
        finally {
            $lock.Dispose()
        }

        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match ' BUSY '
        Get-ChildItem -LiteralPath $folder -Filter *.csv | Should -BeNullOrEmpty
    }

    It 'takes the token from a vault' {
        $modules = Join-Path $TestDrive 'modules'
        $null = New-Item -ItemType File -Force -Path (Join-Path $modules 'Microsoft.PowerShell.SecretManagement/Microsoft.PowerShell.SecretManagement.psm1') -Value @"
function Get-Secret {
    param([string] `$Name, [string] `$Vault)
    if (`$Name -eq 'intercom' -and `$Vault -eq 'tasks') { ConvertTo-SecureString -String '$($sandbox.AccessToken)' -AsPlainText -Force }
}
"@
        $kept = $env:PSModulePath
        $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $kept
        try {
            $run = Invoke-ScheduledExport (Join-Path $TestDrive 'vault') $short -More '-SecretName', 'intercom', '-Vault', 'tasks' -Token ''
        }
        finally {
            $env:PSModulePath = $kept
        }

        $run.ExitCode | Should -Be 0
        $run.Output | Should -Not -Match ([regex]::Escape($sandbox.AccessToken))
    }
}

Describe 'samples/azure-runbook.ps1' {
    BeforeAll {
        # What Azure has and this machine has not.
        function Get-AutomationVariable { $sandbox.AccessToken }
        function Connect-AzAccount { 'an account' }
        function New-AzStorageContext { 'a context' }
        function Get-AzStorageBlob { param($Container, $Context, $Prefix) Get-ChildItem -LiteralPath $blobs -Filter "$Prefix*" }
        function Set-AzStorageBlobContent {
            [CmdletBinding()]
            param($Container, $Context, $File, $Blob, [switch] $Force)

            Copy-Item -LiteralPath $File -Destination (Join-Path $blobs $Blob) -Force:$Force -PassThru
        }

        function Invoke-Runbook {
            param([datetime] $Day, [hashtable] $With = @{})

            & (Join-Path $samplesFolder 'azure-runbook.ps1') -UploadTo 'account/exports' -From $Day -To $Day.AddDays(1) -BaseUri $sandbox.BaseUri @With
        }
    }

    BeforeEach {
        $blobs = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $blobs
    }

    AfterAll {
        Connect-Intercom -Sandbox
    }

    It 'uploads each slice once, and writes a line for it' {
        $first = @(Invoke-Runbook $short @{ SliceHours = 12 })
        $second = @(Invoke-Runbook $short @{ SliceHours = 12 })

        $first | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (DONE|END) '
        $first.Count, $second.Count | Should -Be @(3, 1)
        $names = @((Get-ChildItem -LiteralPath $blobs).Name | Sort-Object)
        $names | Should -Be @('00', '12' | ForEach-Object { "conversations-$(Get-DayName $short)T$_-12h.csv", "conversations-$(Get-DayName $short)T$_-12h.manifest.json" })
        @(Get-ChildItem -LiteralPath $blobs -Filter *.csv | ForEach-Object { Import-Csv -LiteralPath $_.FullName }).conversation_id | Sort-Object |
            Should -Be (Get-IdOfDay $short | Sort-Object)
        @(Get-ChildItem -Path (Join-Path $blobs '*.manifest.json') | Test-IntercomExport).IsValid | Should -Not -Contain $false
    }

    It 'fails the job where something is missing, with all of it uploaded' {
        $output = [Collections.Generic.List[string]]::new()

        { Invoke-Runbook $long @{ IncludeParts = $true } | ForEach-Object { $output.Add($_) } } | Should -Throw '1 slices are incomplete*'

        "$output" | Should -Match ' MISSING .* INCOMPLETE .* END .* FAILED '
        Get-ChildItem -LiteralPath $blobs | Should -HaveCount 3
    }
}
