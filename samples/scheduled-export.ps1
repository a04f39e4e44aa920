# Exports the conversations of each day (UTC) to a file of its own, unattended: for Task Scheduler, cron or a systemd timer.
#     pwsh -NoProfile -NonInteractive -File scheduled-export.ps1 -Folder D:\Intercom -SecretName IntercomToken -Vault Tasks
# Exit code 0: complete. 2: exported, but something is missing. 1: failed; run it again, it goes on where it was.
# What happened is in scheduled-export.log in that folder. A day is done when its manifest is there: delete that to have it again.
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Folder,
    # How many days back it looks for what is not done: a machine that was off over the weekend catches up.
    [ValidateRange(1, 3660)] [int] $Days = 7,
    # Or the first day, and the day to stop before: for a backfill.
    [DateTime] $From,
    [DateTime] $To,
    [switch] $IncludeParts,
    # Of SecretManagement. Without it, the token is what the environment variable INTERCOM_ACCESS_TOKEN holds.
    [string] $SecretName,
    [string] $Vault,
    # A gateway, or the sandbox to try this with.
    [Uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$Folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)
[void] [IO.Directory]::CreateDirectory($Folder)
$log = [IO.Path]::Combine($Folder, 'scheduled-export.log')

function Write-Log([string] $Kind, [string] $Text) {
    $line = '{0:s}Z {1,-10} {2}' -f [DateTime]::UtcNow, $Kind, ($Text -replace '\s+', ' ')
    $Host.UI.WriteLine($line)
    # Shared with readers and with a run that finds this one at work.
    $writer = [IO.StreamWriter]::new([IO.File]::Open($log, 'Append', 'Write', 'ReadWrite'))
    try { $writer.WriteLine($line) } finally { $writer.Dispose() }
}

# Held until the end. The system lets go of it however this process ends, so that no stale lock is ever in the way.
try { $lock = [IO.File]::Open([IO.Path]::Combine($Folder, 'scheduled-export.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
catch {
    Write-Log BUSY "Nothing was done: another run is at work in this folder, or it cannot be written to. $($_.Exception.Message)"
    exit 1
}

$exitCode = 0
try {
    if ([IO.FileInfo]::new($log).Exists -and [IO.FileInfo]::new($log).Length -gt 1MB) {
        try { [IO.File]::Delete("$log.1"); [IO.File]::Move($log, "$log.1") }
        catch { Write-Log WARNING "The log is long, and could not be put aside: $($_.Exception.Message)" }
    }

    # Days of UTC: they never have 23 or 25 hours, and mean the same on every machine. One that still runs is for the next time.
    $end = if ($PSBoundParameters.ContainsKey('To')) { [DateTime]::SpecifyKind($To.Date, 'Utc') } else { [DateTime]::UtcNow.Date }
    if ($end -gt [DateTime]::UtcNow.Date) { $end = [DateTime]::UtcNow.Date }
    $day = if ($PSBoundParameters.ContainsKey('From')) { [DateTime]::SpecifyKind($From.Date, 'Utc') } else { $end.AddDays(-$Days) }
    Write-Log START "the days from $($day.ToString('s').Substring(0, 10)) to before $($end.ToString('s').Substring(0, 10))"

    $connection = @{}
    if ($SecretName) { $connection.SecretName = $SecretName }
    if ($Vault) { $connection.Vault = $Vault }
    if ($BaseUri) { $connection.BaseUri = $BaseUri }
    Connect-Intercom @connection

    for (; $day -lt $end; $day = $day.AddDays(1)) {
        $name = 'conversations-' + $day.ToString('s').Substring(0, 10)
        $path = [IO.Path]::Combine($Folder, $name)
        if ([IO.File]::Exists("$path.manifest.json")) { continue }

        # What is exported. Change it between days, not within one: the journal of a day that was begun goes on with its own query alone.
        $query = @{ CreatedAfter = $day; CreatedBefore = $day.AddDays(1); Schema = 'Full'; IncludeParts = $IncludeParts }
        try {
            Export-IntercomConversation -Path "$path.csv" @query -Manifest -Strict -Resume -Force 3>&1 | ForEach-Object -Process {
                if ($_ -is [Management.Automation.WarningRecord]) { Write-Log WARNING $_.Message } else { $summary = $_ }
            }
            $outcome = 'DONE'
        }
        catch {
            # The files are there all the same, and the error brings their summary.
            if ($_.FullyQualifiedErrorId -notlike 'ExportIncomplete*') { throw }
            $summary = $_.TargetObject
            Write-Log MISSING $_.Exception.Message
            $outcome = 'INCOMPLETE'
            $exitCode = 2
        }

        if (-not (Test-IntercomExport -Path $summary.ManifestPath -Quiet)) {
            [IO.File]::Delete($summary.ManifestPath)
            Write-Log FAILED "FilesDiffer: the files of $name are not what was written. Check the disk; the next run exports the day again."
            $exitCode = 1
            break
        }
        Write-Log $outcome ("$name.csv: $($summary.Rows) rows, $($summary.PartRows) parts, $($summary.Requests) requests in " +
            "$([Math]::Ceiling($summary.Duration.TotalSeconds)) s, of which $([Math]::Ceiling($summary.WaitTime.TotalSeconds)) s " +
            "in $($summary.Waits) waits for the quota; $($summary.Retries) sent again; runs: $($summary.Runs)")
    }
}
catch {
    $exitCode = 1
    Write-Log FAILED "$($_.FullyQualifiedErrorId.Split(',')[0]): $($_.Exception.Message) Then run this again: what is done is kept."
}
finally {
    Write-Log END "exit code $exitCode"
    $lock.Dispose()
}
exit $exitCode
