BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $null = Start-ConnectedSandbox @{ Conversations = 200; Seed = 11 }
    $all = @(Search-IntercomConversation)

    # The fourteen columns from the object that Search gives, as a text each; times as in the file.
    function Get-ExpectedRow {
        param([IntercomPS.Conversation] $Conversation, [string] $TagSeparator = ';')

        $seconds = { param($span) if ($null -ne $span) { '{0:0}' -f $span.TotalSeconds } else { '' } }
        $time = { param($value) if ($null -ne $value) { $value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture) } else { '' } }
        [ordered] @{
            conversation_id             = $Conversation.Id
            contact_id                  = "$($Conversation.ContactId)"
            company_id                  = "$($Conversation.CompanyId)"
            created_at                  = & $time $Conversation.CreatedAt
            closed_at                   = & $time $Conversation.ClosedAt
            state                       = $Conversation.State
            tags                        = $Conversation.Tags -join $TagSeparator
            rating                      = "$($Conversation.Rating)"
            rating_remark               = "$($Conversation.RatingRemark)"
            message_count               = "$($Conversation.MessageCount)"
            time_to_first_reply_seconds = & $seconds $Conversation.TimeToFirstReply
            time_to_resolution_seconds  = & $seconds $Conversation.TimeToResolution
            first_message_body          = "$($Conversation.FirstMessageBody)"
        }
    }

    # A cell of a CSV file without what the export does to texts that a spreadsheet would run or show wrongly.
    function ConvertFrom-SafeCell {
        param([string] $Text)

        ($Text -replace "^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])", '') -replace "`r`n", "`n"
    }

    function ConvertTo-Comparable {
        param([string] $Text)

        ($Text -replace '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]', '') -replace "`r`n", "`n"
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'Export-IntercomConversation' {
    It 'writes a CSV file that Import-Csv reads as Search gave it' {
        $path = Join-Path $TestDrive 'all.csv'

        $summary = Export-IntercomConversation -Path $path
        $rows = @(Import-Csv -LiteralPath $path)

        $summary | Should -BeOfType ([IntercomPS.ExportSummary])
        $summary.Rows | Should -Be 200
        $summary.Bytes | Should -Be (Get-Item -LiteralPath $path).Length
        $rows.conversation_id | Should -Be $all.Id
        $differences = foreach ($index in 0..199) {
            $expected = Get-ExpectedRow $all[$index]
            foreach ($column in $expected.Keys) {
                $actual = ConvertFrom-SafeCell $rows[$index].$column
                if ($actual -cne (ConvertTo-Comparable $expected[$column])) {
                    "$($all[$index].Id) $column"
                }
            }
        }
        $differences | Should -BeNullOrEmpty
    }

    It 'writes JSON Lines that ConvertFrom-Json reads as Search gave them' {
        $path = Join-Path $TestDrive 'all.jsonl'

        $null = Export-IntercomConversation -Path $path
        $rows = @(Get-Content -LiteralPath $path -Encoding UTF8 | ForEach-Object { ConvertFrom-Json -InputObject $_ })

        $rows.Count | Should -Be 200
        $differences = foreach ($index in 0..199) {
            $expected = Get-ExpectedRow $all[$index]
            foreach ($column in $expected.Keys) {
                $value = $rows[$index].$column
                $same = switch -Wildcard ($column) {
                    '*_at' { (ConvertTo-UtcTime $value) -eq (ConvertTo-UtcTime $expected[$column]) }
                    'tags' { ($value -join ';') -ceq $expected[$column] }
                    default { "$value" -ceq $expected[$column] }
                }
                if (-not $same) {
                    "$($all[$index].Id) $column"
                }
            }
        }
        $differences | Should -BeNullOrEmpty
    }

    It 'writes JSON as one array, with the threads of Get-IntercomConversation' {
        $path = Join-Path $TestDrive 'threads.json'
        $chosen = $all[0..4]

        $summary = $chosen | Export-IntercomConversation -Path $path -IncludeParts
        $parsed = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($path))

        @($parsed).conversation_id | Should -Be $chosen.Id
        $parts = @($chosen | Get-IntercomConversationPart)
        $summary.PartRows | Should -Be $parts.Count
        @($parsed | ForEach-Object { $_.parts }).Count | Should -Be $parts.Count
    }

    It 'writes the parts of a CSV file to a second one' {
        $path = Join-Path $TestDrive 'two.csv'

        $summary = $all[0..4] | Export-IntercomConversation -Path $path -IncludeParts

        $summary.PartsPath | Should -Be (Join-Path $TestDrive 'two.parts.csv')
        $ofFile = Import-Csv -LiteralPath $summary.PartsPath | Group-Object -Property conversation_id
        $ofApi = $all[0..4] | Get-IntercomConversationPart | Group-Object -Property ConversationId
        @($ofFile | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object) |
            Should -Be @($ofApi | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object)
    }

    It 'exports what the pipeline brings, and the columns asked for in their order' {
        $path = Join-Path $TestDrive 'chosen.csv'

        $null = $all | Where-Object State -eq 'open' | Export-IntercomConversation -Path $path -Property State, Id

        $rows = @(Import-Csv -LiteralPath $path)
        $rows[0].psobject.Properties.Name | Should -Be @('state', 'conversation_id')
        $rows.conversation_id | Should -Be ($all | Where-Object State -eq 'open').Id
    }

    It 'starts a CSV file with a byte order mark, and no JSON' {
        foreach ($name in 'mark.csv', 'mark.json', 'mark.jsonl') {
            $path = Join-Path $TestDrive $name
            $null = $all[0] | Export-IntercomConversation -Path $path
            $first = [IO.File]::ReadAllBytes($path)[0]
            $first -eq 0xEF | Should -Be ($name -eq 'mark.csv')
        }
    }

    It 'exports nothing when the pipeline brings nothing, and never the whole workspace' {
        $path = Join-Path $TestDrive 'none.csv'

        $summary = @() | Export-IntercomConversation -Path $path

        $summary.Rows | Should -Be 0
        @(Import-Csv -LiteralPath $path).Count | Should -Be 0
    }

    It 'keeps an existing file without -Force, replaces it with -Force, and never with -NoClobber' {
        $path = Join-Path $TestDrive 'existing.csv'
        Set-Content -LiteralPath $path -Value 'mine' -Encoding ASCII

        Get-ErrorId { Export-IntercomConversation -Path $path -State Open } | Should -Be 'ExportTargetUnusable'
        Get-ErrorId { Export-IntercomConversation -Path $path -State Open -Force -NoClobber } | Should -Be 'ExportTargetUnusable'
        Get-Content -LiteralPath $path | Should -Be 'mine'

        $null = Export-IntercomConversation -Path $path -State Open -Force
        (Import-Csv -LiteralPath $path).state | Select-Object -Unique | Should -Be 'open'
    }

    It 'sends and writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.csv'
        $sandbox = Start-IntercomSandbox -Conversations 5
        try {
            $session = Connect-Intercom -Sandbox -PassThru
            $before = $sandbox.Requests

            Export-IntercomConversation -Path $path -Session $session -WhatIf | Should -BeNullOrEmpty
            $all[0] | Export-IntercomConversation -Path $path -Session $session -WhatIf | Should -BeNullOrEmpty

            Get-ChildItem -LiteralPath $TestDrive -Filter '*whatif*' -Force | Should -BeNullOrEmpty
            $sandbox.Requests | Should -Be $before
        }
        finally {
            Stop-IntercomSandbox -Sandbox $sandbox
            Connect-Intercom -Sandbox
        }
    }
}
