BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $sandbox = Start-ConnectedSandbox @{ Conversations = 300; Latency = 400 }

    # The records that a script writes in a runspace of its own; the session comes with it.
    function Get-ProgressRecord {
        param([string] $Script)

        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($manifest, $session) Import-Module $manifest').AddArgument($manifestPath).Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddScript("param(`$session, `$folder) $Script").AddArgument((Get-IntercomSession)).AddArgument("$TestDrive").Invoke()
            if ($shell.HadErrors) { throw $shell.Streams.Error[0] }
            $shell.Streams.Progress.ReadAll() | Where-Object { $_.Activity -like '*conversations*' }
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'The verbose stream' {
    It 'has a line a request, with method, path, status, time and quota' {
        $before = $sandbox.Requests
        $lines = @(Search-IntercomConversation -BodyContains invoice -First 5 -Verbose 4>&1 |
                Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object { "$_" })

        $lines.Count | Should -Be ($sandbox.Requests - $before)
        $lines | Should -Match '^POST /conversations/search 200 in \d+ ms, quota \d+ of \d+ left$'
    }

    It 'holds neither a token nor a text of a customer, over everything that a session does' {
        $conversations = @(Search-IntercomConversation -First 20)
        $token = ConvertTo-SecureString -String $sandbox.AccessToken -AsPlainText -Force
        $texts = @(
            Connect-Intercom -AccessToken $token -BaseUri $sandbox.BaseUri -Verbose *>&1
            $conversations | Get-IntercomConversation -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
            Export-IntercomConversation -Path (Join-Path $TestDrive 'v.csv') -Verbose 4>&1
        ) | Out-String -Width 10000

        $texts | Should -Match 'GET /me 200'
        $texts | Should -Not -Match ([regex]::Escape($sandbox.AccessToken))
        foreach ($conversation in $conversations) {
            foreach ($secret in $conversation.ContactEmail, $conversation.Title, $conversation.FirstMessageBody | Where-Object { $_ }) {
                $texts.Contains($secret) | Should -BeFalse
            }
        }
    }

    It 'is silent without -Verbose, and follows $VerbosePreference' {
        @(Search-IntercomConversation -First 1 *>&1).Count | Should -Be 1
        $VerbosePreference = 'Continue'
        @(Search-IntercomConversation -First 1 4>&1).Count | Should -Be 2
        @(Search-IntercomConversation -First 1 -Verbose:$false 4>&1).Count | Should -Be 1
    }
}

Describe 'The progress of work that takes more than a second' {
    It 'shows how far it is, and goes off the screen' {
        $slow = Start-IntercomSandbox -Conversations 900 -Latency 400
        try {
            Connect-Intercom -Sandbox
            $records = @(Get-ProgressRecord 'Export-IntercomConversation -Path "$folder/p.csv" -Session $session -NoContactLookup')
        }
        finally {
            Stop-IntercomSandbox -Sandbox $slow
            Connect-Intercom -Sandbox
        }

        $records.Count | Should -BeGreaterThan 1
        $records[0].PercentComplete | Should -BeIn (1..99)
        $records[0].StatusDescription | Should -Match 'conversations'
        $records[-1].RecordType | Should -Be 'Completed'
    }

    It 'is not written with $ProgressPreference = SilentlyContinue' {
        Get-ProgressRecord '$ProgressPreference = "SilentlyContinue"; Search-IntercomConversation -Session $session | Get-IntercomConversation -Session $session -ThrottleLimit 64' |
            Should -BeNullOrEmpty
    }

    It 'is not written for a moment''s work' {
        Get-ProgressRecord 'Search-IntercomConversation -First 1 -Session $session' | Should -BeNullOrEmpty
    }
}

Describe 'The warning stream' {
    It 'says how many parts of a long thread are missing' {
        $found = @(Search-IntercomConversation | Where-Object { $_.Statistics.CountConversationParts -gt 500 })
        $found.Count | Should -BeGreaterThan 0

        $long = Get-IntercomConversation -Id $found[0].Id -WarningAction SilentlyContinue -WarningVariable warnings

        $warnings.Count | Should -Be 1
        "$warnings" | Should -Match "lacks its $($long.MissingPartCount) oldest part"
    }
}
