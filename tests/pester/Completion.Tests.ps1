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
