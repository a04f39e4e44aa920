BeforeDiscovery {
    $types = 'Conversation', 'ConversationPart', 'Author', 'Attachment', 'Company', 'ConversationSource', 'ConversationRating', 'AiAgent', 'Tag',
    'IntercomSession', 'IntercomSandbox', 'ExportSummary', 'ConversationStatistics', 'Reference', 'RateLimitQuota', 'SlaApplied'
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $sandbox = Start-ConnectedSandbox @{ Conversations = 500; Seed = 1 }

    # Hostile texts included: the sandbox has them in every part of its objects.
    $all = @(Search-IntercomConversation)
    $parts = @($all | Select-Object -First 120 | Get-IntercomConversationPart -WarningAction SilentlyContinue)
    $samples = @{}
    $found = @($all) + @($parts) + @($all.Source) + @($all.Company) + @($all.ConversationRating) + @($all.AiAgent) + @($all.TagDetails) +
        @($all.Statistics) + @($all.Contacts) + @($all.SlaApplied) + @($parts.Author) + @($parts.Attachments) + @($sandbox) + @(Get-IntercomSession) +
        @((Get-IntercomSession).Quota) + @($all[0] | Export-IntercomConversation -Path (Join-Path $TestDrive 'view.csv'))
    foreach ($group in $found | Where-Object { $null -ne $_ } | Group-Object -Property { $_.GetType().Name }) {
        $samples[$group.Name] = @($group.Group)
    }

    # The engine's own colours are no text of a stranger.
    $ownSequences = @()
    if (Get-Variable -Name PSStyle -ErrorAction SilentlyContinue) {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Ansi'
        $ownSequences = $PSStyle.Formatting.TableHeader, $PSStyle.Formatting.FormatAccent, $PSStyle.Formatting.CustomTableHeaderLabel, $PSStyle.Reset
    }

    function Get-PrintedLine {
        param([string] $Text)

        foreach ($sequence in $ownSequences) {
            $Text = $Text.Replace($sequence, '')
        }

        $Text -split '\r?\n'
    }

    $unsafe = '[\x00-\x08\x0A-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]'
}

AfterAll {
    if (Get-Variable -Name PSStyle -ErrorAction SilentlyContinue) {
        $PSStyle.OutputRendering = $rendering
    }

    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'Printing a <_>' -ForEach $types {
    BeforeAll {
        $objects = $samples[$_]
    }

    It 'has one to print' {
        $objects | Should -Not -BeNullOrEmpty
    }

    It 'fits 100 columns and holds nothing that a terminal obeys, by <View>' -ForEach @(
        @{ View = 'the default'; Format = { $objects | Out-String -Width 100 } }
        @{ View = 'Format-Table'; Format = { $objects | Format-Table | Out-String -Width 100 } }
        @{ View = 'Format-List'; Format = { $objects | Format-List | Out-String -Width 100 } }
    ) {
        $lines = Get-PrintedLine (& $Format)

        $lines.Count | Should -BeGreaterThan 2
        $lines | Where-Object { $_.Length -gt 100 } | Should -BeNullOrEmpty
        $lines | Where-Object { $_ -cmatch $unsafe } | Should -BeNullOrEmpty
    }
}

Describe 'The table of conversations' {
    It 'keeps each of its columns and one line a row at <_> columns' -ForEach 80, 100 {
        $lines = @(Get-PrintedLine ($all | Format-Table | Out-String -Width $_) | Where-Object { $_.Trim() })

        $lines[0].Trim() -split '\s+' | Should -Be @('Id', 'Created', 'State', 'Rating', 'CX', 'Contact', 'Text')
        $lines.Count | Should -Be (500 + 2)
    }
}

Describe 'The sandbox' {
    It 'has hostile texts, without which these tests would prove nothing' {
        @($all | Where-Object { $_.Source.Body -cmatch '\x1B' }).Count | Should -BeGreaterThan 0
        @($all | Where-Object { $_.Source.Body -cmatch '\u202E' }).Count | Should -BeGreaterThan 0
    }
}
