BeforeAll {
    . "$PSScriptRoot/Support.ps1"
}

Describe 'samples/demo.ps1' {
    It 'shows and exports in a PowerShell of its own' {
        $demo = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'samples', 'demo.ps1'))
        $folder = Join-Path $TestDrive 'demo'

        $printed = Invoke-PowerShellProgram "Import-Module '$manifestPath'; & '$demo' -Folder '$folder'"

        $printed | Should -Match 'Exported 500 conversations to '
        $printed | Should -Match 'Exported [1-9]\d* threads with [1-9]\d* parts to '
        $printed | Should -Not -Match '[\x00-\x08\x0B\x0C\x0E-\x1A\x1C-\x1F\x7F]'
        @(Import-Csv -LiteralPath (Join-Path $folder 'conversations.csv')).Count | Should -Be 500
        $threads = @(Get-Content -LiteralPath (Join-Path $folder 'closed.jsonl') -Encoding UTF8 | ForEach-Object { ConvertFrom-Json -InputObject $_ })
        $threads.state | Select-Object -Unique | Should -Be 'closed'
        @($threads | ForEach-Object { $_.parts }).Count | Should -BeGreaterThan 0
        Get-ChildItem -LiteralPath $folder -Force | Should -HaveCount 2
    }
}
