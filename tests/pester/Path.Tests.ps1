# The shell's location is not the process's, and not every path of the shell is one of the file system.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $null = Start-ConnectedSandbox @{ Conversations = 5 }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'The path of an export' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item -ItemType Directory -Path $folder
        Push-Location -LiteralPath $folder
    }

    AfterEach {
        Pop-Location
    }

    It 'is relative to the location of the shell: <_>' -ForEach 'a.csv', './b.csv', '../c.csv', 'sub/../d.csv' {
        $null = New-Item -ItemType Directory -Path sub

        $summary = Export-IntercomConversation -Path $_ -Force

        [IO.Path]::GetFullPath($summary.Path) | Should -Be ([IO.Path]::GetFullPath((Join-Path $folder $_)))
        Test-Path -LiteralPath $summary.Path | Should -BeTrue
        [Environment]::CurrentDirectory | Should -Not -Be $folder
    }

    It 'can lie on a drive of the shell' {
        $null = New-PSDrive -Name IntercomTest -PSProvider FileSystem -Root $folder
        try {
            $summary = Export-IntercomConversation -Path 'IntercomTest:/e.jsonl'
            $summary.Path | Should -Be (Join-Path $folder 'e.jsonl')

            Set-Location -Path IntercomTest:/
            (Export-IntercomConversation -Path f.jsonl).Path | Should -Be (Join-Path $folder 'f.jsonl')
        }
        finally {
            Set-Location -LiteralPath $folder
            Remove-PSDrive -Name IntercomTest
        }
    }

    It 'can begin with the home folder' {
        $name = '.intercomps-' + [guid]::NewGuid().ToString('N') + '.csv'
        $summary = Export-IntercomConversation -Path "~/$name"
        try {
            $summary.Path | Should -Be (Join-Path (Resolve-Path -Path '~').ProviderPath $name)
        }
        finally {
            Remove-Item -LiteralPath $summary.Path -Force
        }
    }

    It 'is taken as it is, brackets too' {
        $summary = Export-IntercomConversation -Path 'sales [2024].csv'

        $summary.Path | Should -Be (Join-Path $folder 'sales [2024].csv')
        (Get-ChildItem).Name | Should -Be 'sales [2024].csv'
    }

    It 'is refused on another provider or on no drive: <_>' -ForEach 'Env:\x.csv', 'Variable:x.csv', 'Function:\x.csv', 'NoSuchDrive:\x.csv' {
        $path = $_
        Get-ErrorId { Export-IntercomConversation -Path $path } | Should -Be 'InvalidPath'
    }

    It 'is refused when the location of the shell is no folder' {
        Set-Location -Path Env:\
        try {
            Get-ErrorId { Export-IntercomConversation -Path x.csv } | Should -Be 'InvalidPath'
        }
        finally {
            Set-Location -LiteralPath $folder
        }
    }

    It 'is refused in a folder that does not exist, or without a known ending' {
        Get-ErrorId { Export-IntercomConversation -Path missing/x.csv } | Should -Be 'ExportTargetUnusable'
        Get-ErrorId { Export-IntercomConversation -Path x.unknown } | Should -Be 'InvalidPath'
        (Export-IntercomConversation -Path x.unknown -Format Csv).Rows | Should -Be 5
    }
}
