# The lookups, changes by Set-IntercomConversation and the reporting data, with the shell's own cmdlets around them.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $null = Start-ConnectedSandbox @{ Conversations = 120; Seed = 1 }
    $all = @(Search-IntercomConversation)
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'A lookup in a pipeline' {
    It 'gives the contacts of conversations' {
        $some = $all | Select-Object -First 5
        ($some | Get-IntercomContact).Id | Should -Be $some.ContactId
    }

    It 'gives the admins of those that are assigned' {
        $assigned = $all | Where-Object AdminAssigneeId | Select-Object -First 5
        ($assigned | Get-IntercomAdmin).Id | Sort-Object -Unique | Should -Be ($assigned.AdminAssigneeId | Sort-Object -Unique)
    }

    It 'takes ids and addresses of a file' {
        $path = Join-Path $TestDrive 'contacts.csv'
        $contacts = @(Search-IntercomContact -First 20 | Where-Object Email | Select-Object -First 3)
        $contacts | Select-Object -Property Id, Email | Export-Csv -LiteralPath $path -NoTypeInformation

        (Import-Csv -LiteralPath $path | Get-IntercomContact).Id | Should -Be $contacts.Id
        (Get-IntercomContact -Email (Import-Csv -LiteralPath $path).Email).Id | Sort-Object | Should -Be ($contacts.Id | Sort-Object)
    }

    It 'writes an error for what is not there, and goes on' {
        $found = 'billing', 'no such tag' | ForEach-Object { Get-IntercomTag $_ -ErrorAction SilentlyContinue -ErrorVariable +failures }

        $found.Name | Should -Be 'billing'
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Match '^TagNotFound,'
    }
}

Describe 'A name in the place of an id' {
    It 'is an error that tells what to use' {
        'billing' | Get-IntercomTag -ErrorAction SilentlyContinue -ErrorVariable failures
        "$failures" | Should -Match 'Get-IntercomTag -Name'
        '404404' | Get-IntercomTag -ErrorAction SilentlyContinue -ErrorVariable failures
        "$failures" | Should -Not -Match '-Name'
    }
}

Describe 'Printing what <_> writes' -ForEach 'Get-IntercomTag', 'Get-IntercomAdmin', 'Get-IntercomTeam', 'Get-IntercomCompany', 'Search-IntercomContact',
'Get-IntercomReportingDataset', 'Get-IntercomQuery' {
    It 'fits 100 columns and holds nothing that a terminal obeys, by <View>' -ForEach @(
        @{ View = 'the default'; Command = $_; Format = { param($objects) $objects | Out-String -Width 100 } }
        @{ View = 'Format-Table'; Command = $_; Format = { param($objects) $objects | Format-Table | Out-String -Width 100 } }
    ) {
        $text = & $Format @(& $Command | Select-Object -First 20)
        $lines = $text -replace '\x1B\[[\d;]*m' -split '\r?\n'

        @($lines | Where-Object { $_.Trim() }).Count | Should -BeGreaterThan 1
        $lines | Where-Object { $_.Length -gt 100 } | Should -BeNullOrEmpty
        $lines | Where-Object { $_ -cmatch '[\x00-\x08\x0A-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]' } | Should -BeNullOrEmpty
    }
}

Describe 'Set-IntercomConversation' {
    It 'stores a value for each row of a file where search finds it' {
        $path = Join-Path $TestDrive 'scores.csv'
        $all | Select-Object -First 4 | Select-Object -Property Id, @{ Name = 'Order'; Expression = { "ORD-T$($_.Id)" } } |
            Export-Csv -LiteralPath $path -NoTypeInformation

        Import-Csv -LiteralPath $path | ForEach-Object { Set-IntercomConversation -Id $_.Id -CustomAttribute @{ 'Order Number' = $_.Order } }

        foreach ($row in Import-Csv -LiteralPath $path) {
            (Search-IntercomConversation -CustomAttribute @{ 'Order Number' = $row.Order }).Id | Should -Be $row.Id
            (Search-IntercomConversation -Filter { custom_attributes.'Order Number' -eq $row.Order }).Id | Should -Be $row.Id
        }
    }

    It 'takes an ordered table, and what other cmdlets wrap' {
        $id = $all[5].Id
        $value = Write-Output 12.5
        $set = Set-IntercomConversation -Id $id -CustomAttribute ([ordered] @{ 'Refund Amount' = $value; 'Due Date' = Get-Date '2026-01-31T12:00:00Z' }) -PassThru

        $set.CustomAttributes['Refund Amount'] | Should -Be 12.5
        (Get-IntercomConversation -Id $id).CustomAttributes['Due Date'] | Should -Be 1769860800
    }

    It 'changes nothing with -WhatIf' {
        $all[6] | Set-IntercomConversation -Title 'not this' -WhatIf
        (Get-IntercomConversation -Id $all[6].Id).Title | Should -Not -Be 'not this'
    }

    It 'refuses a script block for a title' {
        Get-ErrorId { $all[6] | Set-IntercomConversation -Title { $_.Title } } | Should -Be 'ParameterArgumentTransformationError'
    }
}

Describe 'Export-IntercomReportingData' {
    It 'writes a file that Import-Csv reads, with the conversations of the range' {
        $path = Join-Path $TestDrive 'reporting.csv'
        $from = (Get-Date).AddDays(-120)
        $summary = Export-IntercomReportingData -Path $path -Attribute conversation_id, 'CX Score*' -After $from

        $rows = @(Import-Csv -LiteralPath $path)
        $rows.Count | Should -Be $summary.Rows
        $known = @{}
        $all | ForEach-Object { $known[$_.Id] = $_.CxScore }
        $rows | Where-Object { $_.ai_cx_score_rating -and $_.ai_cx_score_rating -ne "$($known[$_.conversation_id])" } | Should -BeNullOrEmpty
        @($rows | Where-Object ai_cx_score_rating).Count | Should -BeGreaterThan 0
    }

    It 'prints its summary' {
        $path = Join-Path $TestDrive 'summary.csv'
        Export-IntercomReportingData -Path $path -After (Get-Date).AddDays(-10) | Out-String -Width 100 | Should -Match 'Rows\s*: \d+'
    }
}
