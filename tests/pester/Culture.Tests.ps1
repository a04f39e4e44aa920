# What a German comma, a Turkish i or an Arabic calendar must not change.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $null = Start-ConnectedSandbox @{ Conversations = 60; Seed = 2 }

    # Runs a script in a culture: on this thread, and on those of the pool.
    function Invoke-InCulture {
        param([string] $Name, [scriptblock] $Script)

        $thread = [Threading.Thread]::CurrentThread
        $kept = $thread.CurrentCulture, $thread.CurrentUICulture, [cultureinfo]::DefaultThreadCurrentCulture
        try {
            $thread.CurrentCulture = $thread.CurrentUICulture = [cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo] $Name
            & $Script
        }
        finally {
            $thread.CurrentCulture, $thread.CurrentUICulture, [cultureinfo]::DefaultThreadCurrentCulture = $kept
        }
    }

    $expected = @{}
    foreach ($ending in 'csv', 'jsonl', 'json') {
        $path = Join-Path $TestDrive "invariant.$ending"
        $null = Invoke-InCulture en-US { Export-IntercomConversation -Path $path -Schema Full -IncludeParts -WarningAction SilentlyContinue }
        $expected[$ending] = (Get-FileHash -LiteralPath $path).Hash
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'In the culture <_>' -ForEach 'de-DE', 'tr-TR', 'ar-SA', 'fa-IR', 'sv-SE' {
    BeforeAll {
        $culture = $_
    }

    It 'is another culture than the invariant one' {
        Invoke-InCulture $culture { [cultureinfo]::CurrentCulture.Name } | Should -Be $culture
        Invoke-InCulture de-DE { (1.5).ToString() } | Should -Be '1,5'
    }

    It 'exports the same bytes as <_>' -ForEach 'csv', 'jsonl', 'json' {
        $path = Join-Path $TestDrive "$culture.$_"
        $null = Invoke-InCulture $culture { Export-IntercomConversation -Path $path -Schema Full -IncludeParts -WarningAction SilentlyContinue }
        (Get-FileHash -LiteralPath $path).Hash | Should -Be $expected[$_]
    }

    It 'takes names in capitals' {
        $path = Join-Path $TestDrive "names-$culture.CSV"
        $null = Invoke-InCulture $culture {
            Search-IntercomConversation -First 2 | Export-IntercomConversation -Path $path -Property TITLE, CONVERSATION_ID, RATING -Format CSV
        }
        (Import-Csv -LiteralPath $path)[0].psobject.Properties.Name | Should -Be @('title', 'conversation_id', 'rating')
        Invoke-InCulture $culture { @(Search-IntercomConversation -Priority PRIORITY, not_priority).Count } | Should -BeGreaterThan 0
        Invoke-InCulture $culture { @(Search-IntercomConversation -SourceType EMAIL, INSTAGRAM).Count } | Should -BeGreaterThan 0
    }

    It 'prints conversations with the years of our calendar' {
        $rows = Invoke-InCulture $culture { Search-IntercomConversation -First 3 | Out-String -Width 100 }
        $year = (Search-IntercomConversation -First 1).CreatedAt.ToLocalTime().Year
        $rows | Should -Match "$year-\d\d-\d\d \d\d:\d\d"
    }
}
