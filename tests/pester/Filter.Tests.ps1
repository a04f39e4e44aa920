# Filters as scripts write them: with the commands of the shell, in functions, modules and files.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $sandbox = Start-ConnectedSandbox @{ Conversations = 400; Seed = 1 }
    $all = @(Search-IntercomConversation)

    function Get-FoundId {
        param($Filter)

        (Search-IntercomConversation -Filter $Filter -WarningAction SilentlyContinue).Id
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'A filter' {
    It 'takes the commands of the shell as values' {
        $bound = (Get-Date).AddDays(-60)
        $expected = ($all | Where-Object { $_.CreatedAt -ge $bound -and $_.State -eq 'closed' }).Id

        $expected.Count | Should -BeGreaterThan 5
        Get-FoundId { state -eq 'closed' -and created_at -ge (Get-Date).AddDays(-60) } | Should -Be $expected
    }

    It 'takes the fields of a row as Where-Object does' {
        $expected = ($all | Where-Object { $_.State -eq 'closed' -and $null -ne $_.Rating -and $_.Rating -le 2 }).Id

        Get-FoundId { $_.State -eq 'closed' -and $_.Rating -le 2 } | Should -Be $expected
    }

    It 'sees the variables of the function that wrote it' {
        function Get-Rated($Highest) {
            $lowest = 2
            Get-FoundId { rating -le $Highest -and rating -ge $lowest }
        }

        Get-Rated 3 | Should -Be ($all | Where-Object { $_.Rating -in 2, 3 }).Id
    }

    It 'sees the functions and variables of a script module, and not those of its caller' {
        $path = Join-Path $TestDrive 'Report.psm1'
        Set-Content -LiteralPath $path -Value @'
$limit = 1
function Get-Limit { 1 }
function Get-Worst { Search-IntercomConversation -Filter { rating -le $limit -and rating -ge (Get-Limit) } }
function Find-It { param([scriptblock] $Filter) $limit = 99; Search-IntercomConversation -Filter $Filter }
Export-ModuleMember -Function Get-Worst, Find-It
'@
        $limit = 5
        Import-Module $path
        try {
            (Get-Worst).Id | Should -Be ($all | Where-Object { $_.Rating -eq 1 }).Id
            (Find-It { rating -ge $limit }).Id | Should -Be ($all | Where-Object { $_.Rating -eq 5 }).Id
        }
        finally {
            Remove-Module Report
        }
    }

    It 'comes from a file, and runs nothing that stands there' {
        $path = Join-Path $TestDrive 'filter.txt'
        Set-Content -LiteralPath $path -Value 'rating -le 2', "  -and state -eq 'closed'"
        Get-FoundId (Get-Content -LiteralPath $path -Raw) | Should -Be ($all | Where-Object { $_.Rating -in 1, 2 -and $_.State -eq 'closed' }).Id

        $trap = Join-Path $TestDrive 'trap.txt'
        foreach ($text in "created_at -ge (New-Item '$trap')", "title -eq `"`$(New-Item '$trap')`"", "New-Item '$trap'", "state -eq 'open'; New-Item '$trap'") {
            Set-Content -LiteralPath $path -Value $text
            Get-ErrorId { Search-IntercomConversation -Filter (Get-Content -LiteralPath $path -Raw) } | Should -Be 'InvalidQuery'
        }

        Test-Path -LiteralPath $trap | Should -BeFalse
    }

    It 'takes names, and tells the nearest of one that is not there' {
        Get-FoundId { tag -eq 'billing' } | Should -Be ($all | Where-Object { $_.Tags -contains 'billing' }).Id
        { Search-IntercomConversation -Filter { tag -eq 'biling' } } | Should -Throw -ExpectedMessage "*Did you mean 'billing'?*"
    }

    It 'means the same in the culture <_>' -ForEach 'de-DE', 'tr-TR', 'ar-SA' {
        $thread = [Threading.Thread]::CurrentThread
        $kept = $thread.CurrentCulture
        try {
            $thread.CurrentCulture = [cultureinfo] $_
            $plan = Get-IntercomQuery -Filter { CREATED_AT -ge '2026-02-01T00:00:00Z' -and TIMETOFIRSTREPLY -gt '1.02:00:00' }
        }
        finally {
            $thread.CurrentCulture = $kept
        }

        $plan.Json | Should -Match '1769903999'
        $plan.Json | Should -Match '93600'
    }

    It 'is underlined in the script that it is written in' {
        $script = Join-Path $TestDrive 'wrong.ps1'
        Set-Content -LiteralPath $script -Value "Search-IntercomConversation -Filter { state -eq 'open' -and", "    sate -eq 'x' }"

        $caught = try { & $script } catch { $_ }

        $caught.InvocationInfo.ScriptLineNumber | Should -Be 2
        $caught.InvocationInfo.PositionMessage | Should -Match '(?m)^\+\s+~~~~\s*$'
        $caught.Exception.Message | Should -Match "Did you mean 'state'\?"
        $caught | Out-String -Width 100 | Should -Match "Did you mean 'state'\?"
    }
}

Describe 'Get-IntercomQuery' {
    It 'needs no session where there is no name to look up, and sends nothing' {
        $before = $sandbox.Requests
        Disconnect-Intercom
        try {
            (Get-IntercomQuery -Filter { rating -le 2 -and title -like 'x*' }).Json | Should -Match 'conversation_rating.score'
            Get-ErrorId { Get-IntercomQuery -Filter { tag -eq 'billing' } } | Should -Be 'NotConnected'
        }
        finally {
            Connect-Intercom -Sandbox
        }

        $sandbox.Requests - $before | Should -BeLessOrEqual 1 -Because 'connecting is one'
    }

    It 'is JSON that ConvertFrom-Json reads and -Query takes' {
        $plan = Get-IntercomQuery -Filter { state -eq 'closed' -and rating -in 1, 2 }

        ($plan.Json | ConvertFrom-Json).operator | Should -Be 'AND'
        (Search-IntercomConversation -Query $plan.Json).Id | Should -Be (Get-FoundId { state -eq 'closed' -and rating -in 1, 2 })
    }
}

Describe 'The CX score' {
    It 'is searched for and exported' {
        $since = (Get-Date).AddDays(-90)
        $expected = ($all | Where-Object { $_.CxScore -in 1, 2 -and $_.CreatedAt -ge $since }).Id
        $path = Join-Path $TestDrive 'cx.csv'

        (Search-IntercomConversation -CxScore 1, 2 -CreatedAfter $since).Id | Should -Be $expected
        $null = Export-IntercomConversation -Path $path -CxScoreBelow 3 -CreatedAfter $since -Property conversation_id, cx_score
        (Import-Csv -LiteralPath $path).conversation_id | Should -Be $expected
    }

    It 'warns where nothing bounds the search, and only there' {
        $null = Search-IntercomConversation -CxScore 1 -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match 'whole workspace'

        $null = Search-IntercomConversation -CxScore 1 -CreatedAfter (Get-Date).AddDays(-90) -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }
}
