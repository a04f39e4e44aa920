BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule

    function Get-Completion {
        param([string] $Line)

        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
    }
}

AfterAll {
    Remove-Module IntercomPS
}

Describe 'The tab key' {
    It 'completes <Line>' -ForEach @(
        @{ Line = 'Search-IntercomConversation -State '; Values = 'Closed', 'Open', 'Snoozed' }
        @{ Line = 'Search-IntercomConversation -State Closed, s'; Values = @('Snoozed') }
        @{ Line = 'Search-IntercomConversation -SourceType Ph'; Values = 'PhoneCall', 'PhoneSwitch' }
        @{ Line = 'Search-IntercomConversation -Priority N'; Values = 'None', 'NotPriority' }
        @{ Line = 'Search-IntercomConversation -SortBy C'; Values = 'ClosedAt', 'CreatedAt' }
        @{ Line = 'Export-IntercomConversation -Path x -Schema '; Values = 'Full', 'Normalized' }
        @{ Line = 'Export-IntercomConversation -Path x -Format C'; Values = @('Csv') }
        @{ Line = 'Connect-Intercom -Region '; Values = 'AU', 'EU', 'US' }
        @{ Line = 'Connect-Intercom -ApiVersion '; Values = '2.10', '2.11', '2.12', '2.13', '2.14', '2.15', '2.16' }
        @{ Line = 'Start-IntercomSandbox -Fault Re'; Values = 'RefusedCursor', 'Reset' }
        @{ Line = 'Search-IntercomConversation -Created'; Values = '-CreatedAfter', '-CreatedBefore' }
        @{ Line = 'Export-IntercomConv'; Values = @('Export-IntercomConversation') }
        @{ Line = 'Search-IntercomConversation | Where-Object -Property RatingR'; Values = @('RatingRemark') }
        @{ Line = 'Get-IntercomConversationPart 1 | Select-Object -Property BodyT'; Values = @('BodyText') }
        @{ Line = 'Get-IntercomSession | ForEach-Object { $_.Workspace'; Values = 'WorkspaceId', 'WorkspaceName' }
    ) {
        Get-Completion $Line | Sort-Object | Should -Be $Values
    }

    It 'needs no module loaded and sends nothing for the values of a parameter' {
        Get-IntercomSession | Should -BeNullOrEmpty
        Get-Completion 'Search-IntercomConversation -State O' | Should -Be 'Open'
    }
}

Describe 'The tab key with a session' {
    BeforeAll {
        $sandbox = Start-ConnectedSandbox @{ Conversations = 5; Seed = 1 }
    }

    AfterAll {
        Stop-ConnectedSandbox
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'Search-IntercomConversation -Tag bi'; Values = @('billing') }
        @{ Line = 'Search-IntercomConversation -Tag billing, needs'; Values = @("'needs, comma'") }
        @{ Line = 'Search-IntercomConversation -Tag "ref'; Values = @('"refund; partial"', "'refund; partial'") }
        @{ Line = 'Search-IntercomConversation -Team Bil'; Values = @('Billing') }
        @{ Line = 'Search-IntercomConversation -Assignee Ada'; Values = @("'Ada Doyle'") }
        @{ Line = 'Get-IntercomTag bil'; Values = @('billing') }
        @{ Line = 'Get-IntercomAdmin -Name Isla'; Values = @("'Isla Doyle'") }
        @{ Line = 'Export-IntercomConversation -Path x.csv -Property conversation_i'; Values = @('conversation_id') }
        @{ Line = 'Export-IntercomConversation -Path x.csv -Property title, cx_score_'; Values = @('cx_score_explanation') }
        @{ Line = "Search-IntercomConversation -Filter 'cx_score_ex"; Values = @("'cx_score_explanation'") }
        @{ Line = "Search-IntercomConversation -Filter 'state -l"; Values = @("'state -like'") }
        @{ Line = 'Search-IntercomConversation -Filter "state -eq c'; Values = @('"state -eq closed"') }
        @{ Line = 'Search-IntercomConversation -Cx'; Values = '-CxScore', '-CxScoreAbove', '-CxScoreBelow' }
    ) {
        $found = @(Get-Completion $Line | Sort-Object)

        $found.Count | Should -BeGreaterThan 0
        $found | Where-Object { $_ -notin $Values } | Should -BeNullOrEmpty
    }

    It 'asks once for the names, and is silent without a session' {
        $null = Get-Completion 'Search-IntercomConversation -Tag '
        $before = $sandbox.Requests
        $null = Get-Completion 'Search-IntercomConversation -Tag b'
        $sandbox.Requests | Should -Be $before

        Disconnect-Intercom
        try {
            $Error.Clear()
            Get-Completion 'Search-IntercomConversation -Tag zzz' | Should -BeNullOrEmpty
            $Error.Count | Should -Be 0
        }
        finally {
            Connect-Intercom -Sandbox
        }
    }
}
