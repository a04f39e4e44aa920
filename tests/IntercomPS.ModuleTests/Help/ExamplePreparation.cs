namespace IntercomPS.ModuleTests.Help;

/// <summary>What runs before each example, in its session.</summary>
internal static class ExamplePreparation
{
    /// <summary>
    /// The bare engine lacks the modules Microsoft.PowerShell.Utility and .Security, and a test has no
    /// person, no Azure and no vault: small stand-ins for what examples use of them.
    /// </summary>
    public const string StandIns = """
        function Select-Object {
            param([Parameter(Position = 0)][string[]] $Property, [int] $First, [string] $ExpandProperty, [Parameter(ValueFromPipeline)] $InputObject)
            begin { $count = 0 }
            process {
                $count++
                if ($First -and $count -gt $First) { return }
                if ($ExpandProperty) { return $InputObject.$ExpandProperty }
                if (-not $Property) { return $InputObject }
                $chosen = [ordered]@{}
                foreach ($name in $Property) { $chosen[$name] = $InputObject.$name }
                [pscustomobject]$chosen
            }
        }
        function Format-Table { $input }
        function Format-List { $input }
        function Get-Date {
            param([datetime] $Date = [datetime]::Now)
            $Date
        }
        function Read-Host {
            param([string] $Prompt, [switch] $AsSecureString)
            if ($AsSecureString) { [System.Net.NetworkCredential]::new('', $env:INTERCOM_ACCESS_TOKEN).SecurePassword } else { $env:INTERCOM_ACCESS_TOKEN }
        }
        function Get-Credential {
            [pscredential]::new('Intercom', (Read-Host -AsSecureString))
        }
        function Get-AutomationConnection {
            param([string] $Name)
            @{ AccessToken = $env:INTERCOM_ACCESS_TOKEN }
        }
        function Get-Secret {
            param([string] $Name, [string] $Vault)
            Read-Host -AsSecureString
        }
        """;

    /// <summary>A small sandbox, a session with it, and the same place for an example that connects with a token.</summary>
    public const string Sandbox = """
        $sandbox = Start-IntercomSandbox
        Connect-Intercom -Sandbox
        $env:INTERCOM_ACCESS_TOKEN = $sandbox.AccessToken
        $PSDefaultParameterValues = @{ 'Connect-Intercom:BaseUri' = $sandbox.BaseUri }
        """;

    public const string Cleanup = """
        Stop-IntercomSandbox -ErrorAction Ignore
        $env:INTERCOM_ACCESS_TOKEN = $null
        """;
}
