# The main job without an account: a made-up workspace, searched, shown and exported.
# Run it in a clone:  dotnet run -c Release --project src/IntercomPS.Shell -- samples/demo.ps1
# It uses only what the PowerShell engine itself brings, so that it runs in any host.
[CmdletBinding()]
param(
    # Where the files go. Without it, a new folder in the system's place for temporary files.
    [string] $Folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'IntercomPS-demo-' + [Guid]::NewGuid().ToString('N').Substring(0, 8))
)

$ErrorActionPreference = 'Stop'
[void] [IO.Directory]::CreateDirectory($Folder)

# Each output goes to Out-Default by itself: in a mixed stream the engine shows all but the first type as bare lists.
function Show([string] $Text) { $Host.UI.WriteLine(); $Host.UI.WriteLine("== $Text") }

Show 'A sandbox: an Intercom workspace on this machine, all of it made up'
Start-IntercomSandbox -Conversations 500 -Seed 1 | Out-Default
Connect-Intercom -Sandbox
Get-IntercomSession | Out-Default

try {
    Show 'The five newest open conversations that nobody has taken'
    Search-IntercomConversation -State Open -AssigneeId None -First 5 | Out-Default

    Show 'Rated 1 or 2 by the customer in the last 90 days'
    $unhappy = @(Search-IntercomConversation -Rating 1, 2 -CreatedAfter ([DateTime]::Now.AddDays(-90)))
    $Host.UI.WriteLine("$($unhappy.Count) conversations; the newest:")
    $unhappy[0..2] | Out-Default

    Show 'The thread of the newest of them'
    $unhappy[0] | Get-IntercomConversationPart | Out-Default

    Show "Scored 1 or 2 by Intercom's AI in the last 30 days, though the customer did not complain"
    $since = [DateTime]::Now.AddDays(-30)
    Search-IntercomConversation -Filter { cx_score -le 2 -and created_at -ge $since -and -not (rating -le 2) } -First 5 | Out-Default

    Show 'Every conversation, as CSV'
    $csv = Export-IntercomConversation -Path ([IO.Path]::Combine($Folder, 'conversations.csv'))
    $csv | Out-Default

    Show 'The closed ones with their threads, as JSON Lines'
    $threads = Export-IntercomConversation -Path ([IO.Path]::Combine($Folder, 'closed.jsonl')) -State Closed -IncludeParts
    $threads | Out-Default

    Show 'In short'
    $Host.UI.WriteLine("Exported $($csv.Rows) conversations to $($csv.Path)")
    $Host.UI.WriteLine("Exported $($threads.Rows) threads with $($threads.PartRows) parts to $($threads.Path)")
    $Host.UI.WriteLine("Sent $($csv.Requests + $threads.Requests) requests for both, waited $($csv.Waits + $threads.Waits) times for the quota")
}
finally {
    Disconnect-Intercom
    Stop-IntercomSandbox
}
