BeforeDiscovery {
    $isCore = $PSVersionTable.PSVersion.Major -ge 6
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $sandbox = Start-ConnectedSandbox @{ Conversations = 40; Seed = 5 }
    $all = @(Search-IntercomConversation)
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'Search-IntercomConversation in a pipeline' {
    It 'stops the requests when Select-Object has what it wants' {
        $big = Start-IntercomSandbox -Conversations 6000 -Latency 20
        try {
            $session = Connect-Intercom -Sandbox -PassThru
            $before = $big.Requests

            $first = Search-IntercomConversation -Session $session | Select-Object -First 1

            $first | Should -BeOfType ([IntercomPS.Conversation])
            # The sandbox counts a request that was given up when it would have answered it, which is before the next one's answer.
            $null = Get-IntercomConversation -Id $first.Id -Session $session
            $settled = $big.Requests
            $settled - $before | Should -BeLessOrEqual 8 -Because 'all pages would be 40'
            $null = Get-IntercomConversation -Id $first.Id -Session $session
            $big.Requests - $settled | Should -Be 1 -Because 'nothing goes on in the background'
        }
        finally {
            Disconnect-Intercom
            Stop-IntercomSandbox -Sandbox $big
            Connect-Intercom -Sandbox
        }
    }

    It 'asks for no more than -First needs' {
        $before = $sandbox.Requests
        @(Search-IntercomConversation -First 7).Count | Should -Be 7
        $sandbox.Requests - $before | Should -Be 1
    }

    It 'counts, skips and takes as a paging cmdlet does' {
        $found = @(Search-IntercomConversation -IncludeTotalCount -Skip 3 -First 4)

        "$($found[0])" | Should -Match '40'
        ($found | Select-Object -Skip 1).Id | Should -Be $all[3..6].Id
    }

    It 'gives objects that the cmdlets of the shell sort, group, measure and select' {
        ($all | Group-Object -Property State | Measure-Object -Property Count -Sum).Sum | Should -Be 40
        ($all | Sort-Object -Property CreatedAt -Descending).CreatedAt | Should -Be $all.CreatedAt
        ($all | Measure-Object -Property MessageCount -Minimum).Minimum | Should -BeGreaterOrEqual 0
        ($all | Where-Object State -eq 'closed').ClosedAt | Should -Not -BeNullOrEmpty
    }

    It 'gives objects that Export-Csv and ConvertTo-Json take' {
        $path = Join-Path $TestDrive 'shell.csv'
        $all | Select-Object -Property Id, State, ContactEmail | Export-Csv -LiteralPath $path -NoTypeInformation -Encoding UTF8
        (Import-Csv -LiteralPath $path).Id | Should -Be $all.Id

        (ConvertTo-Json -InputObject $all[0] -Depth 4 | ConvertFrom-Json).Id | Should -Be $all[0].Id
    }
}

Describe 'Get-IntercomConversation in a pipeline' {
    BeforeAll {
        $ids = $all[0..2].Id
    }

    It 'takes ids, conversations and parts, and keeps their order' {
        ($ids | Get-IntercomConversation).Id | Should -Be $ids
        ($all[0..2] | Get-IntercomConversation).Id | Should -Be $ids
        ($ids | Get-IntercomConversationPart | Group-Object -Property ConversationId).Name | Sort-Object | Should -Be ($ids | Sort-Object)
        $part = @(Get-IntercomConversationPart -Id $ids[0])[0]
        ($part | Get-IntercomConversation).Id | Should -Be $ids[0]
    }

    It 'takes the column <Column> of a CSV file' -ForEach @(
        @{ Column = 'Id' }, @{ Column = 'id' }, @{ Column = 'ConversationId' }, @{ Column = 'conversation_id' }
    ) {
        $path = Join-Path $TestDrive "by-$Column.csv"
        Set-Content -LiteralPath $path -Encoding UTF8 -Value (@("remark,$Column") + ($ids | ForEach-Object { "x,$_" }))

        (Import-Csv -LiteralPath $path | Get-IntercomConversation).Id | Should -Be $ids
    }

    It 'takes the files that Export-IntercomConversation writes' {
        $path = Join-Path $TestDrive 'round.csv'
        $null = $all[0..2] | Export-IntercomConversation -Path $path -IncludeParts

        (Import-Csv -LiteralPath $path | Get-IntercomConversation).Id | Should -Be $ids
        $ofParts = Import-Csv -LiteralPath (Join-Path $TestDrive 'round.parts.csv') | Select-Object -First 1 | Get-IntercomConversation
        $ofParts.Id | Should -BeIn $ids
    }

    It 'takes numbers in JSON, which Windows PowerShell hands over as one array' {
        $objects = '[' + (($ids | ForEach-Object { "{`"id`": $_}" }) -join ',') + ']'
        ($objects | ConvertFrom-Json | Get-IntercomConversation).Id | Should -Be $ids

        $numbers = '[' + ($ids -join ',') + ']'
        ($numbers | ConvertFrom-Json | Get-IntercomConversation).Id | Should -Be $ids
    }

    It 'takes hashtables, those that tell capitals apart too' {
        (@{ Id = $ids[0] }, @{ conversation_id = [long] $ids[1] } | Get-IntercomConversation).Id | Should -Be $ids[0, 1]
        $exact = New-Object -TypeName System.Collections.Hashtable
        $exact['id'] = $ids[2]
        ($exact | Get-IntercomConversation).Id | Should -Be $ids[2]
    }

    It 'takes ConvertFrom-Json -AsHashtable' -Skip:(-not $isCore) {
        ("{`"id`": $($ids[0])}" | ConvertFrom-Json -AsHashtable | Get-IntercomConversation).Id | Should -Be $ids[0]
    }

    It 'takes what Select-Object makes of a conversation' {
        ($all[0..2] | Select-Object -Property Id, Title | Get-IntercomConversation).Id | Should -Be $ids
    }

    It 'says so when an object holds no id, and goes on with the next' {
        $found = [pscustomobject] @{ Name = 'x' }, [pscustomobject] @{ Id = $ids[0] } |
            Get-IntercomConversation -ErrorAction SilentlyContinue -ErrorVariable failures

        $found.Id | Should -Be $ids[0]
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError*'
    }

    It 'stops when Select-Object has what it wants' {
        @($all | Get-IntercomConversation | Select-Object -First 2).Id | Should -Be $ids[0, 1]
    }
}
