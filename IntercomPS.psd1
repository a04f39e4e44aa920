@{
    RootModule             = 'IntercomPS.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '279d630f-3fce-4117-8ed7-0a3af15f94c5'
    Author                 = 'the IntercomPS contributors'
    CompanyName            = 'the IntercomPS contributors'
    Copyright              = '(c) the IntercomPS contributors. MIT License.'
    Description            = 'Intercom''s support conversations in the shell, in scheduled tasks and in Azure Automation: search them, get them with all their parts, and export them to CSV, JSON Lines or JSON. Paging, rate limits and retries are taken care of. Not affiliated with Intercom.'

    # PowerShell 7.0 to 7.3 are refused by the psm1.
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')

    FormatsToProcess       = @('IntercomPS.Format.ps1xml')

    CmdletsToExport        = @(
        'Connect-Intercom'
        'Disconnect-Intercom'
        'Export-IntercomConversation'
        'Export-IntercomReportingData'
        'Get-IntercomAdmin'
        'Get-IntercomCompany'
        'Get-IntercomContact'
        'Get-IntercomConversation'
        'Get-IntercomConversationPart'
        'Get-IntercomQuery'
        'Get-IntercomReportingDataset'
        'Get-IntercomSession'
        'Get-IntercomTag'
        'Get-IntercomTeam'
        'Search-IntercomContact'
        'Search-IntercomConversation'
        'Set-IntercomConversation'
        'Start-IntercomSandbox'
        'Stop-IntercomSandbox'
        'Test-IntercomExport'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('Intercom', 'Conversation', 'Support', 'CustomerSupport', 'Helpdesk', 'Export', 'CSV', 'AzureAutomation', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/intercomps/IntercomPS/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/intercomps/IntercomPS'
            ReleaseNotes = 'First preview: connect, search, get and export conversations, and a sandbox to try it without an account.'
            Prerelease   = 'preview1'
        }
    }
}
