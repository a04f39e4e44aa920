BeforeDiscovery {
    $isCore = $PSVersionTable.PSVersion.Major -ge 6
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-TestedModule
    $sandbox = Start-ConnectedSandbox @{ Conversations = 20 }
    $session = Get-IntercomSession
    $secure = ConvertTo-SecureString -String $sandbox.AccessToken -AsPlainText -Force
}

AfterAll {
    Stop-ConnectedSandbox
    Remove-Module IntercomPS
}

Describe 'Connect-Intercom' {
    It 'takes the token from <From>' -ForEach @(
        @{ From = 'a secure string'; With = { @{ AccessToken = $secure } } }
        @{ From = 'a credential'; With = { @{ Credential = New-Object -TypeName pscredential -ArgumentList 'anybody', $secure } } }
        @{ From = 'a connection of Azure Automation'; With = { @{ Connection = @{ AccessToken = $sandbox.AccessToken } } } }
    ) {
        $parameters = & $With
        (Connect-Intercom @parameters -BaseUri $sandbox.BaseUri -PassThru).IsOpen | Should -BeTrue
        @(Search-IntercomConversation).Count | Should -Be 20
    }

    It 'takes it from the environment' {
        $kept = $env:INTERCOM_ACCESS_TOKEN
        $env:INTERCOM_ACCESS_TOKEN = $sandbox.AccessToken
        try {
            (Connect-Intercom -BaseUri $sandbox.BaseUri -PassThru).IsOpen | Should -BeTrue
        }
        finally {
            $env:INTERCOM_ACCESS_TOKEN = $kept
        }
    }

    It 'takes it from a vault of SecretManagement' {
        # The real module is not everywhere; what counts is that its command is asked, by the module's name.
        $modules = Join-Path $TestDrive 'modules'
        $module = Join-Path $modules 'Microsoft.PowerShell.SecretManagement/Microsoft.PowerShell.SecretManagement.psm1'
        $null = New-Item -ItemType File -Force -Path $module -Value @"
function Get-Secret {
    param([string] `$Name, [string] `$Vault)
    if (`$Name -eq 'intercom' -and `$Vault -eq 'team') { ConvertTo-SecureString -String '$($sandbox.AccessToken)' -AsPlainText -Force }
}
"@
        $kept = $env:PSModulePath
        $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $kept
        try {
            (Connect-Intercom -SecretName intercom -Vault team -BaseUri $sandbox.BaseUri -PassThru).IsOpen | Should -BeTrue
            Get-ErrorId { Connect-Intercom -SecretName other -Vault team -BaseUri $sandbox.BaseUri } | Should -Be 'AccessTokenUnusable'
        }
        finally {
            $env:PSModulePath = $kept
            Remove-Module Microsoft.PowerShell.SecretManagement -ErrorAction SilentlyContinue
        }
    }
}

Describe 'The token' {
    It 'is in nothing that the shell can make of <Of>' -ForEach @(
        @{ Of = 'a session'; Get = { $session } }
        @{ Of = 'a conversation'; Get = { Search-IntercomConversation -First 1 } }
        @{ Of = 'an export''s summary'; Get = { Export-IntercomConversation -Path (Join-Path $TestDrive 'token.csv') -Force } }
        @{ Of = 'an error'; Get = { try { Get-IntercomConversation -Id 404404 -ErrorAction Stop } catch { $_ } } }
        @{ Of = 'a refusal'; Get = {
                try { Connect-Intercom -AccessToken $secure -BaseUri ([uri] "$($sandbox.BaseUri)nowhere/") } catch { $_ }
            }
        }
    ) {
        $object = & $Get
        $object | Should -Not -BeNullOrEmpty
        $path = Join-Path $TestDrive 'object.xml'
        $object | Export-Clixml -LiteralPath $path -Depth 6
        $forms = @(
            [IO.File]::ReadAllText($path)
            ConvertTo-Json -InputObject $object -Depth 2 -WarningAction SilentlyContinue
            $object | Format-List -Property * -Force | Out-String -Width 1000
            $object | Format-Custom -Depth 3 | Out-String -Width 1000
            $object | Select-Object -Property * | Out-String -Width 1000
            $object | Get-Member -Force | Out-String -Width 1000
        )

        foreach ($form in $forms) {
            $form | Should -Not -BeNullOrEmpty
            $form.Contains($sandbox.AccessToken) | Should -BeFalse
        }
    }
}

Describe 'A session' {
    It 'is the runspace''s own, and can be handed to another' {
        $shell = [powershell]::Create()
        try {
            $ids = $shell.AddScript(@'
param($manifest, $session)
Import-Module $manifest
try { Search-IntercomConversation } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
@(Search-IntercomConversation -Session $session).Count
'@).AddArgument($manifestPath).AddArgument($session).Invoke()
        }
        finally {
            $shell.Dispose()
        }

        $ids | Should -Be @('NotConnected', 20)
    }

    It 'serves the branches of ForEach-Object -Parallel' -Skip:(-not $isCore) {
        $ids = @(Search-IntercomConversation).Id
        $found = $ids | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifestPath
            (Get-IntercomConversation -Id $_ -Session $using:session).Id
        }

        $found | Sort-Object | Should -Be ($ids | Sort-Object)
    }

    It 'is each branch''s own in ForEach-Object -Parallel' -Skip:(-not $isCore) {
        $sizes = 3, 5, 7
        $sandboxes = @($sizes | ForEach-Object { Start-IntercomSandbox -Conversations $_ })
        try {
            $counts = $sandboxes | ForEach-Object -ThrottleLimit 3 -Parallel {
                Import-Module $using:manifestPath
                Connect-Intercom -Connection @{ AccessToken = $_.AccessToken } -BaseUri $_.BaseUri
                @(Search-IntercomConversation).Count
            }
        }
        finally {
            $sandboxes | Stop-IntercomSandbox
        }

        $counts | Sort-Object | Should -Be $sizes
        @(Search-IntercomConversation).Count | Should -Be 20
    }

    It 'can be opened in a background job, whose objects come back readable' {
        $found = Invoke-FreshProcess -Arguments $manifestPath, $sandbox.BaseUri, $sandbox.AccessToken -Script {
            Import-Module $args[0]
            Connect-Intercom -Connection @{ AccessToken = $args[2] } -BaseUri $args[1]
            Search-IntercomConversation -First 3
        }

        $found.Id | Should -Be @(Search-IntercomConversation -First 3).Id
        $found[0].psobject.TypeNames[0] | Should -Be 'Deserialized.IntercomPS.Conversation'
        ($found | Get-IntercomConversation).Id | Should -Be $found.Id
    }

    It 'is closed by Disconnect-Intercom, for those that hold it too' {
        $held = Connect-Intercom -Sandbox -PassThru
        Disconnect-Intercom
        try {
            $held.IsOpen | Should -BeFalse
            Get-ErrorId { Search-IntercomConversation -Session $held } | Should -Be 'NotConnected'
        }
        finally {
            Connect-Intercom -Sandbox
        }
    }
}
