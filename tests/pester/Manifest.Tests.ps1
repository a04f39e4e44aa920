# The manifest is read by other programs than ours: as JSON, with hashes that any tool can make.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $null = Start-ConnectedSandbox @{ Conversations = 200; Seed = 11 }
    $long = @(Search-IntercomConversation | Where-Object { $_.Statistics.CountConversationParts -gt 500 })[0]

    # The files that a manifest names, by their names in it.
    function Get-ManifestFile {
        param([string] $Path)

        @((ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($Path))).files)
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'Export-IntercomConversation -Manifest' {
    It 'writes what Get-FileHash and Import-Csv find in the files' {
        $path = Join-Path $TestDrive 'all.csv'

        $summary = Export-IntercomConversation -Path $path -IncludeParts -Manifest -WarningAction SilentlyContinue

        $summary.ManifestPath | Should -Be (Join-Path $TestDrive 'all.manifest.json')
        $files = Get-ManifestFile $summary.ManifestPath
        $files.Count | Should -Be 2
        foreach ($file in $files) {
            $found = Join-Path $TestDrive $file.name
            $file.sha256 | Should -Be (Get-FileHash -LiteralPath $found -Algorithm SHA256).Hash
            $file.bytes | Should -Be (Get-Item -LiteralPath $found).Length
            $file.rows | Should -Be @(Import-Csv -LiteralPath $found).Count
        }
    }

    It 'is kept as it is without -Force, as the file is' {
        $path = Join-Path $TestDrive 'kept.csv'
        Set-Content -LiteralPath (Join-Path $TestDrive 'kept.manifest.json') -Value 'mine' -Encoding ASCII

        Get-ErrorId { Export-IntercomConversation -Path $path -Manifest } | Should -Be 'ExportTargetUnusable'
        Test-Path -LiteralPath $path | Should -BeFalse
        Get-Content -LiteralPath (Join-Path $TestDrive 'kept.manifest.json') | Should -Be 'mine'
    }
}

Describe 'Test-IntercomExport' {
    BeforeAll {
        $file = Join-Path $TestDrive 'checked.csv'
        $summary = Export-IntercomConversation -Path $file -Manifest
    }

    It 'takes the summary, the manifest, the file, and what Get-ChildItem finds' {
        foreach ($result in @(
                $summary | Test-IntercomExport
                Test-IntercomExport -Path $summary.ManifestPath
                Test-IntercomExport -Path $file
                Get-ChildItem -LiteralPath $summary.ManifestPath | Test-IntercomExport
            )) {
            $result.IsValid | Should -BeTrue
        }
        Test-IntercomExport -Path (Join-Path $TestDrive 'checked.manifest.json') -Quiet | Should -BeTrue
    }

    It 'sees a byte that changed' {
        $bytes = [IO.File]::ReadAllBytes($file)
        $bytes[$bytes.Length - 10] = $bytes[$bytes.Length - 10] -bxor 1
        [IO.File]::WriteAllBytes($file, $bytes)

        Test-IntercomExport -Path $file -Quiet | Should -BeFalse
        (Test-IntercomExport -Path $file).IsValid | Should -BeFalse
    }

    It 'sees a file that is gone, and has an error where there is no manifest' {
        Remove-Item -LiteralPath $file
        Test-IntercomExport -Path $summary.ManifestPath -Quiet | Should -BeFalse

        $missing = Join-Path $TestDrive 'nothing.csv'
        Get-ErrorId { Test-IntercomExport -Path $missing -ErrorAction Stop } | Should -Be 'ManifestNotFound'
        Test-IntercomExport -Path $missing -Quiet | Should -BeFalse
    }
}

Describe 'Export-IntercomConversation -Strict' {
    It 'ends with ExportIncomplete where parts are missing, and keeps the files' {
        $path = Join-Path $TestDrive 'strict.csv'
        $written = $null

        $caught = try { $long | Export-IntercomConversation -Path $path -IncludeParts -Manifest -Strict | ForEach-Object { $written = $_ } } catch { $_ }

        $caught.FullyQualifiedErrorId | Should -BeLike 'ExportIncomplete,*'
        $caught.TargetObject | Should -BeOfType ([IntercomPS.ExportSummary])
        $caught.TargetObject.IncompleteThreads | Should -Be 1
        $written.Path | Should -Be $path
        (Import-Csv -LiteralPath $path).conversation_id | Should -Be $long.Id
        $result = Test-IntercomExport -Path $path
        $result.IsValid, $result.IsComplete | Should -Be @($true, $false)
        [IO.File]::ReadAllText($written.ManifestPath) | Should -Match $long.Id
    }

    It 'is silent where nothing is missing' {
        $summary = Export-IntercomConversation -Path (Join-Path $TestDrive 'whole.csv') -Manifest -Strict
        $summary.Rows | Should -Be 200
        $summary.IsComplete | Should -BeTrue
    }
}
