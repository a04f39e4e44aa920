# Scripts look at the ids of errors: they are a contract.
BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $sandbox = Start-ConnectedSandbox @{ Conversations = 10 }
    $known = (Search-IntercomConversation -First 1).Id
    $wrongToken = ConvertTo-SecureString -String 'a-wrong-token' -AsPlainText -Force
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'A terminating error' {
    It 'has the id <Id> for <Case>' -ForEach @(
        @{ Case = 'an After that is not before its Before'; Id = 'InvalidQuery'; Script = { Search-IntercomConversation -CreatedAfter 2024-02-01 -CreatedBefore 2024-01-01 } }
        @{ Case = 'an unknown field'; Id = 'InvalidQuery'; Script = { Search-IntercomConversation -Query @{ field = 'sate'; operator = '='; value = 'open' } } }
        @{ Case = 'an operator that the type does not take'; Id = 'InvalidQuery'; Script = { Search-IntercomConversation -Query @{ field = 'created_at'; operator = '~'; value = 'x' } } }
        @{ Case = 'a query that is no JSON'; Id = 'InvalidQuery'; Script = { Search-IntercomConversation -Query '{"field":' } }
        @{ Case = 'a rating of 6'; Id = 'ParameterArgumentValidationError'; Script = { Search-IntercomConversation -Rating 6 } }
        @{ Case = 'an unknown state'; Id = 'CannotConvertArgumentNoMessage'; Script = { Search-IntercomConversation -State Gone } }
        @{ Case = 'an unknown column'; Id = 'UnknownColumn'; Script = { Export-IntercomConversation -Path "$TestDrive/x.csv" -Property Idd } }
        @{ Case = 'the pipeline and a search at once'; Id = 'InputAndSearch'; Script = { Search-IntercomConversation | Export-IntercomConversation -Path "$TestDrive/x.csv" -State Open } }
        @{ Case = 'a wrong token'; Id = 'Unauthorized'; Script = { Connect-Intercom -AccessToken $wrongToken -BaseUri $sandbox.BaseUri } }
        @{ Case = 'an address in the clear'; Id = 'InvalidBaseUri'; Script = { Connect-Intercom -AccessToken $wrongToken -BaseUri 'http://intercom.example' } }
        @{ Case = 'a connection without a token'; Id = 'AccessTokenUnusable'; Script = { Connect-Intercom -Connection @{ Region = 'US' } } }
    ) {
        $before = $sandbox.Requests
        Get-ErrorId $Script | Should -Be $Id
        $sandbox.Requests - $before | Should -BeIn @(0, $(if ($Id -eq 'Unauthorized') { 1 } else { 0 }))
    }

    It 'names the cmdlet, and keeps the session as it was' {
        $caught = try { Connect-Intercom -AccessToken $wrongToken -BaseUri $sandbox.BaseUri } catch { $_ }

        $caught.FullyQualifiedErrorId | Should -Be 'Unauthorized,IntercomPS.Cmdlets.Connection.ConnectIntercomCommand'
        $caught.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $caught | Format-List -Property * -Force | Out-String | Should -Not -Match 'a-wrong-token'
        $caught.Exception.ToString() | Should -Not -Match 'a-wrong-token'
        @(Search-IntercomConversation).Count | Should -Be 10
    }

    It 'is NotConnected where there is no session' {
        Disconnect-Intercom
        try {
            Get-ErrorId { Search-IntercomConversation } | Should -Be 'NotConnected'
            Get-ErrorId { Get-IntercomConversation -Id 1 } | Should -Be 'NotConnected'
            Get-ErrorId { Export-IntercomConversation -Path "$TestDrive/x.csv" } | Should -Be 'NotConnected'
            Get-IntercomSession | Should -BeNullOrEmpty
            Test-Path -Path "$TestDrive/x.csv" | Should -BeFalse
        }
        finally {
            Connect-Intercom -Sandbox
        }
    }

    It 'is AccessTokenUnusable without a token anywhere' {
        $kept = $env:INTERCOM_ACCESS_TOKEN
        $env:INTERCOM_ACCESS_TOKEN = $null
        try {
            Get-ErrorId { Connect-Intercom } | Should -Be 'AccessTokenUnusable'
        }
        finally {
            $env:INTERCOM_ACCESS_TOKEN = $kept
        }
    }

    It 'is ApiUnavailable where nothing listens' {
        $gone = Start-IntercomSandbox -Conversations 1
        $session = Connect-Intercom -Sandbox -PassThru
        Stop-IntercomSandbox -Sandbox $gone
        Connect-Intercom -Sandbox

        Get-ErrorId { Get-IntercomConversation -Id 1 -Session $session -ErrorAction Stop } | Should -Be 'ApiUnavailable'
    }
}

Describe 'A conversation that is not there' {
    It 'is an error that does not end the command' {
        $found = '404404', $known | Get-IntercomConversation -ErrorAction SilentlyContinue -ErrorVariable failures

        $found.Id | Should -Be $known
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'ConversationNotFound,IntercomPS.Cmdlets.Conversations.GetIntercomConversationCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].TargetObject | Should -Be '404404'
    }

    It 'can be caught with -ErrorAction Stop, by type too' {
        Get-ErrorId { Get-IntercomConversation -Id 404404 -ErrorAction Stop } | Should -Be 'ConversationNotFound'
        $caught = try {
            Get-IntercomConversation -Id 404404 -ErrorAction Stop
        }
        catch [System.Management.Automation.ItemNotFoundException] {
            'by type'
        }
        $caught | Should -Be 'by type'
    }

    It 'ends the script with $ErrorActionPreference' {
        $ErrorActionPreference = 'Stop'
        Get-ErrorId { '404404', $known | Get-IntercomConversation } | Should -Be 'ConversationNotFound'
    }

    It 'goes to the error stream, which 2>&1 merges' {
        $merged = @('404404', $known | Get-IntercomConversation -ErrorAction Continue 2>&1)
        $merged[0] | Should -BeOfType ([System.Management.Automation.ErrorRecord])
        $merged[1] | Should -BeOfType ([IntercomPS.Conversation])
    }
}
