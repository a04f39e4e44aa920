# What the module brings stays its own, and what the shell brings stays the shell's.
BeforeDiscovery {
    $isCore = $PSVersionTable.PSVersion.Major -ge 6
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # A dependency of the same name and another version, as an older or a newer module would load it.
    function New-OtherAssembly {
        param([string] $Name, [string] $Version, [string] $Namespace)

        $path = Join-Path $TestDrive "$Name.$Version/$Name.dll"
        $null = New-Item -ItemType Directory -Path (Split-Path $path)
        Add-Type -OutputAssembly $path -OutputType Library -TypeDefinition @"
[assembly: System.Reflection.AssemblyVersion("$Version")]
namespace $Namespace { public static class LoadedByAnother { public const string Name = "$Name"; } }
"@
        $path
    }
}

Describe 'The dependencies of the module' {
    It 'are no types that a script can name' -Skip:(-not $isCore) {
        $found = Invoke-FreshProcess -Arguments $manifestPath, "$TestDrive" -Script {
            Import-Module $args[0]
            $null = Start-IntercomSandbox -Conversations 20
            Connect-Intercom -Sandbox
            $null = Export-IntercomConversation -Path (Join-Path $args[1] 'used.csv') -IncludeParts
            foreach ($name in 'CsvHelper.CsvWriter', 'Polly.ResiliencePipeline', 'AngleSharp.IConfiguration') {
                # Only what is loaded could leak.
                $assembly = $name.Split('.')[0]
                $isLoaded = [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name.Split('.')[0] -eq $assembly }).Count -gt 0
                "$isLoaded $($null -ne ($name -as [type]))"
            }
        }

        # AngleSharp is loaded by the first text that needs it, which may be none of these.
        $found[0, 1] | Should -Be @('True False', 'True False')
        $found[2] | Should -BeLike '* False'
    }

    It 'leave System.Text.Json and Newtonsoft.Json to the shell' -Skip:(-not $isCore) {
        $locations = Invoke-FreshProcess -Arguments $manifestPath -Script {
            $types = 'System.Text.Json.JsonSerializer', 'Newtonsoft.Json.JsonConvert'
            $newtonsoft = [Reflection.Assembly]::LoadFrom((Join-Path $PSHOME 'Newtonsoft.Json.dll'))
            Import-Module $args[0]
            $null = Start-IntercomSandbox -Conversations 20
            Connect-Intercom -Sandbox
            $null = Search-IntercomConversation
            ($types[0] -as [type]).Assembly.Location
            ($types[1] -as [type]).Assembly.Location
            $newtonsoft.Location
            $PSHOME
            [IO.Path]::GetDirectoryName([object].Assembly.Location)
        }

        $runtimeFolders = $locations[3, 4]
        Split-Path $locations[0] | Should -BeIn $runtimeFolders
        $locations[1] | Should -Be $locations[2]
    }

    It 'are found though another <Version> copy of each was loaded before' -ForEach @(
        @{ Version = '0.1.0.0' }
        @{ Version = '199.0.0.0' }
    ) {
        $others = @(
            New-OtherAssembly -Name CsvHelper -Version $Version -Namespace CsvHelper
            New-OtherAssembly -Name Polly.Core -Version $Version -Namespace Polly
            New-OtherAssembly -Name AngleSharp -Version $Version -Namespace AngleSharp
        )

        $result = Invoke-FreshProcess -Arguments $manifestPath, (Join-Path $TestDrive "beside-$Version.csv"), $others -Script {
            foreach ($other in $args[2]) { Add-Type -Path $other }
            Import-Module $args[0]
            $null = Start-IntercomSandbox -Conversations 40
            Connect-Intercom -Sandbox
            (Export-IntercomConversation -Path $args[1]).Rows
            [CsvHelper.LoadedByAnother]::Name
            [Polly.LoadedByAnother]::Name
            [AngleSharp.LoadedByAnother]::Name
        }

        $result | Should -Be @(40, 'CsvHelper', 'Polly.Core', 'AngleSharp')
        @(Import-Csv -LiteralPath (Join-Path $TestDrive "beside-$Version.csv")).Count | Should -Be 40
    }

    It 'leave ConvertTo-Json and ConvertFrom-Json of the shell as they were' {
        $texts = Invoke-FreshProcess -Arguments $manifestPath -Script {
            $before = [pscustomobject] @{ a = 1; b = 'x' } | ConvertTo-Json -Compress
            Import-Module $args[0]
            $null = Start-IntercomSandbox -Conversations 5
            Connect-Intercom -Sandbox
            $null = Search-IntercomConversation
            $before
            [pscustomobject] @{ a = 1; b = 'x' } | ConvertTo-Json -Compress
            ('{"a":1}' | ConvertFrom-Json).a
        }

        $texts | Should -Be @('{"a":1,"b":"x"}', '{"a":1,"b":"x"}', 1)
    }
}
