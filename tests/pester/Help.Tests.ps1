BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $cmdlets = (Import-PowerShellDataFile -LiteralPath $manifestPath).CmdletsToExport
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
}

AfterAll {
    Remove-Module IntercomPS -ErrorAction SilentlyContinue
}

Describe 'Get-Help <_>' -ForEach $cmdlets {
    BeforeAll {
        $name = $_
        $help = Get-Help -Name $name -Full
    }

    It 'has a synopsis, a description and two examples' {
        # Without a help file the engine makes the synopsis of the syntax.
        $help.Synopsis | Should -Not -Match "^\s*$name"
        $help.Synopsis.Trim().Length | Should -BeGreaterThan 20
        ($help.description | Out-String).Trim().Length | Should -BeGreaterThan 20
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
    }

    It 'describes each parameter, and no other' {
        $documented = @($help.parameters.parameter | Where-Object { $_ })
        $parameters = (Get-Command $name).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object

        $documented.name | Where-Object { $_ -notin $common } | Sort-Object | Should -Be $parameters
        foreach ($parameter in $documented) {
            ($parameter.description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) needs a description"
        }
    }

    It 'prints in each of its forms' {
        foreach ($form in @{}, @{ Detailed = $true }, @{ Full = $true }, @{ Examples = $true }) {
            $text = Get-Help -Name $name @form | Out-String -Width 100
            $text | Should -Match ([regex]::Escape($name))
            $text | Should -Not -Match '@\{\w+=|System\.Management\.Automation\.PSObject'
        }
    }
}

Describe 'Get-Help' {
    It 'answers for one parameter, by wildcard and by name' {
        (Get-Help Search-IntercomConversation -Parameter State).name | Should -Be 'State'
        @(Get-Help Search-IntercomConversation -Parameter Created*).Count | Should -Be 2
    }

    It 'answers after an import with -Force and after Remove-Module' {
        Import-TestedModule
        (Get-Help Export-IntercomConversation).Synopsis | Should -Match 'CSV'

        Remove-Module IntercomPS
        Import-TestedModule
        (Get-Help Export-IntercomConversation).Synopsis | Should -Match 'CSV'
    }

    It 'has the topic about_IntercomPS' {
        $topic = Get-Help -Name about_IntercomPS | Out-String

        $topic | Should -Match 'about_IntercomPS'
        foreach ($cmdlet in (Get-Command -Module IntercomPS).Name) {
            $topic | Should -Match $cmdlet
        }
    }

    It 'has the topic about_IntercomPS_Filter, with every operator' {
        $topic = Get-Help -Name about_IntercomPS_Filter | Out-String

        foreach ($word in '-eq', '-ne', '-gt', '-ge', '-lt', '-le', '-in', '-notin', '-like', '-notlike', '-and', '-or', '-not', 'Get-IntercomQuery') {
            $topic | Should -Match "(?m)(^|\s)$word\b"
        }
    }

    It 'wraps the topic <_> within 100 columns' -ForEach 'about_IntercomPS', 'about_IntercomPS_Filter' {
        $lines = (Get-Help -Name $_ | Out-String) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 100 } | Should -BeNullOrEmpty
    }
}
