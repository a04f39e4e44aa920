BeforeDiscovery {
    $isCore = $PSVersionTable.PSVersion.Major -ge 6
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $manifest = Import-PowerShellDataFile -LiteralPath $manifestPath
    $expected = $manifest.CmdletsToExport | Sort-Object

    function Get-ModuleCommand {
        (Get-Command -Module IntercomPS).Name | Sort-Object
    }
}

AfterAll {
    Remove-Module IntercomPS -ErrorAction SilentlyContinue
}

Describe 'Importing the module' {
    BeforeEach {
        Remove-Module IntercomPS -ErrorAction SilentlyContinue
        Import-Module $manifestPath -Global
    }

    It 'exports the cmdlets of the manifest' {
        Get-ModuleCommand | Should -Be $expected
        (Get-Module IntercomPS).ExportedCommands.Keys | Sort-Object | Should -Be $expected
    }

    It 'exports them again with -Force, as often as wanted' {
        foreach ($round in 1..3) {
            Import-Module $manifestPath -Force -Global
            Get-ModuleCommand | Should -Be $expected
        }
    }

    It 'exports them again after Remove-Module' {
        Remove-Module IntercomPS
        Get-Command -Name 'Search-IntercomConversation' -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        Import-Module $manifestPath -Global

        Get-ModuleCommand | Should -Be $expected
        (Get-Command Search-IntercomConversation).CommandType | Should -Be 'Cmdlet'
    }

    It 'keeps the session of the shell over an import with -Force' {
        $sandbox = Start-ConnectedSandbox @{ Conversations = 3 }
        try {
            Import-Module $manifestPath -Force -Global

            @(Search-IntercomConversation).Count | Should -Be 3
            $sandbox.GetType() | Should -Be ([IntercomPS.IntercomSandbox])
        }
        finally {
            Stop-ConnectedSandbox
        }
    }

    It 'can be imported with a prefix' {
        Remove-Module IntercomPS
        try {
            Import-Module $manifestPath -Prefix My -Global
            (Get-Command Search-MyIntercomConversation).CommandType | Should -Be 'Cmdlet'
        }
        finally {
            Remove-Module IntercomPS
        }
    }

    It 'makes <_> a type that scripts can name' -ForEach @(
        'IntercomPS.Conversation', 'IntercomPS.ConversationPart', 'IntercomPS.ConversationState', 'IntercomPS.ConversationSourceType'
        'IntercomPS.ConversationPriority', 'IntercomPS.IntercomSession', 'IntercomPS.IntercomSandbox', 'IntercomPS.ExportSummary'
        'IntercomPS.IntercomRegion', 'IntercomPS.Author', 'IntercomPS.Tag', 'IntercomPS.Company'
    ) {
        ($_ -as [type]).FullName | Should -Be $_
    }
}

Describe 'The manifest' {
    It 'is one that Test-ModuleManifest accepts' {
        $module = Test-ModuleManifest -Path $manifestPath -ErrorAction Stop -WarningVariable warnings

        $warnings | Should -BeNullOrEmpty
        $module.Name | Should -Be 'IntercomPS'
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be $expected
        $module.CompatiblePSEditions | Should -Be @('Desktop', 'Core')
    }

    It 'stands beside scripts that every PowerShell reads alike' {
        # Windows PowerShell reads other letters than these by the system's code page.
        $scripts = @(Get-ChildItem -LiteralPath $testedModule -Recurse -File | Where-Object Extension -in '.psd1', '.psm1', '.ps1') +
            @(Get-ChildItem -LiteralPath $PSScriptRoot -Filter *.ps1) +
            @(Get-ChildItem -LiteralPath "$PSScriptRoot/../../samples" -Filter *.ps1) +
            @(Get-Item -LiteralPath "$PSScriptRoot/../../build.ps1")

        $scripts.Count | Should -BeGreaterThan 5
        $scripts | Where-Object { [IO.File]::ReadAllText($_.FullName) -cmatch '[^\x00-\x7F]' } | Should -BeNullOrEmpty
    }
}

Describe 'A new process' {
    It 'loads the module by the first use of a cmdlet, from a folder with a space and other letters in its name' {
        $folder = Join-Path $TestDrive ('J' + [char] 0xF6 + 'rg ' + [char] 0x65E5 + ' modules')
        Copy-Item -LiteralPath $testedModule -Destination (Join-Path $folder 'IntercomPS') -Recurse

        $base = Invoke-FreshProcess -Arguments $folder -Script {
            $env:PSModulePath = $args[0] + [IO.Path]::PathSeparator + $env:PSModulePath
            $sandbox = Start-IntercomSandbox -Conversations 2
            Connect-Intercom -Sandbox
            @(Search-IntercomConversation).Count
            (Get-Module IntercomPS).ModuleBase
        }

        $base | Should -Be @(2, (Join-Path $folder 'IntercomPS'))
    }

    It 'imports it whatever the strictness, preferences and variables of the shell are' {
        # At the prompt, and nowhere else, strictness reaches into modules.
        $printed = Invoke-PowerShellProgram @"
Set-StrictMode -Version Latest
`$ErrorActionPreference = 'Stop'
`$PSModuleAutoLoadingPreference = 'None'
`$loader = 'a text of the user'
Microsoft.PowerShell.Core\Import-Module '$manifestPath'
(Microsoft.PowerShell.Core\Get-Module IntercomPS).ExportedCmdlets.Count
`$loader
"@

        $printed.Trim() -split '\r?\n' | Should -Be @("$($expected.Count)", 'a text of the user')
    }

    It 'imports it in a runspace beside another' -Skip:(-not $isCore) {
        $counts = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifestPath
            (Get-Module IntercomPS).ExportedCmdlets.Count
        }

        $counts | Should -Be @(, $expected.Count * 4)
    }
}
