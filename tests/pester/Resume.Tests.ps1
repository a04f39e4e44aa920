# An export that ended in the middle, by Ctrl+C or with its process, and goes on.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule

    # Slow enough to be stopped in the middle.
    $sandbox = Start-ConnectedSandbox @{ Conversations = 600; Seed = 5; Latency = 100 }
    $session = Get-IntercomSession
    $midnight = [datetime]::UtcNow.Date

    # Waits until the sandbox has answered some requests more than before.
    function Wait-Request {
        param([int] $Number, [int] $Before)

        $clock = [Diagnostics.Stopwatch]::StartNew()
        while ($sandbox.Requests - $Before -lt $Number) {
            if ($clock.Elapsed.TotalSeconds -gt 60) { throw "There were only $($sandbox.Requests - $Before) requests within a minute." }
            Start-Sleep -Milliseconds 20
        }
    }

    # Exports with threads, in a runspace of its own, and stops it as Ctrl+C does.
    function Stop-Export {
        param([string] $Path)

        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($manifest, $session, $path, $before) Import-Module $manifest
                Export-IntercomConversation -Path $path -CreatedBefore $before -IncludeParts -Manifest -Resume -ThrottleLimit 8 -Session $session').
            AddArgument($manifestPath).AddArgument($session).AddArgument($Path).AddArgument($midnight)
            $before = $sandbox.Requests
            $running = $shell.BeginInvoke()
            Wait-Request 300 $before
            $shell.Stop()
            $running.IsCompleted | Should -BeTrue
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'Export-IntercomConversation -Resume' {
    BeforeAll {
        $whole = Export-IntercomConversation -Path (Join-Path $TestDrive 'whole.csv') -CreatedBefore $midnight -IncludeParts -WarningAction SilentlyContinue
    }

    It 'goes on after Ctrl+C, and makes the file of an export that was never stopped' {
        $path = Join-Path $TestDrive 'stopped.csv'
        Stop-Export $path
        Test-Path -LiteralPath $path | Should -BeFalse
        Test-Path -LiteralPath "$path.journal" | Should -BeTrue
        $before = $sandbox.Requests

        $summary = Export-IntercomConversation -Path $path -CreatedBefore $midnight -IncludeParts -Manifest -Resume -WarningAction SilentlyContinue

        $summary.Runs | Should -Be 2
        $summary.Rows, $summary.PartRows | Should -Be @($whole.Rows, $whole.PartRows)
        $sandbox.Requests - $before | Should -BeLessThan 500
        (Import-Csv -LiteralPath $path).conversation_id | Sort-Object | Should -Be ((Import-Csv -LiteralPath $whole.Path).conversation_id | Sort-Object)
        (Get-Content -LiteralPath $path | Sort-Object) | Should -Be (Get-Content -LiteralPath $whole.Path | Sort-Object)
        (Get-Content -LiteralPath $summary.PartsPath | Sort-Object) | Should -Be (Get-Content -LiteralPath $whole.PartsPath | Sort-Object)
        Test-IntercomExport -Path $path -Quiet | Should -BeTrue
        (Get-ChildItem -LiteralPath $TestDrive -Filter 'stopped*' -Force).Name | Sort-Object |
            Should -Be @('stopped.csv', 'stopped.manifest.json', 'stopped.parts.csv')
    }

    It 'goes on after the death of its process' {
        $path = Join-Path $TestDrive 'killed.csv'
        $before = $sandbox.Requests
        $script = Join-Path $TestDrive 'export.ps1'
        Set-Content -LiteralPath $script -Encoding ASCII -Value @"
Import-Module '$manifestPath'
Connect-Intercom -Connection @{ AccessToken = '$($sandbox.AccessToken)' } -BaseUri '$($sandbox.BaseUri)'
Export-IntercomConversation -Path '$path' -CreatedBefore '$($midnight.ToString('s'))Z' -IncludeParts -Manifest -Resume -ThrottleLimit 8
"@
        $process = Start-Process -FilePath (Get-Process -Id $PID).Path -ArgumentList '-NoProfile', '-NonInteractive', '-File', "`"$script`"" -PassThru
        try {
            Wait-Request 300 $before
        }
        finally {
            $process.Kill()
            $process.WaitForExit()
        }

        $before = $sandbox.Requests
        $summary = Export-IntercomConversation -Path $path -CreatedBefore $midnight -IncludeParts -Manifest -Resume -WarningAction SilentlyContinue

        $summary.Runs | Should -Be 2
        $sandbox.Requests - $before | Should -BeLessThan 500
        (Get-Content -LiteralPath $path | Sort-Object) | Should -Be (Get-Content -LiteralPath $whole.Path | Sort-Object)
        Test-IntercomExport -Path $path -Quiet | Should -BeTrue
    }

    It 'does not go on with another query, and says so' {
        $path = Join-Path $TestDrive 'other.csv'
        Stop-Export $path

        Get-ErrorId { Export-IntercomConversation -Path $path -CreatedBefore $midnight -State Open -IncludeParts -Manifest -Resume } | Should -Be 'JournalMismatch'

        Test-Path -LiteralPath "$path.journal" | Should -BeTrue
        Test-Path -LiteralPath $path | Should -BeFalse
    }

    It 'begins where nothing was begun, and says where the next one begins' {
        $summary = Export-IntercomConversation -Path (Join-Path $TestDrive 'new.csv') -Resume -NoContactLookup

        $summary.Runs | Should -Be 1
        $summary.Rows | Should -Be 600
        $summary.CreatedBefore | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(-5))
        @(Search-IntercomConversation -CreatedAfter $summary.CreatedBefore).Count | Should -Be 0
        Get-ChildItem -LiteralPath $TestDrive -Filter 'new.csv*' -Force | Should -HaveCount 1
    }
}
