# A runbook for Azure Automation: exports the conversations slice by slice of the time they began, each to a file with its manifest.
# A slice that is done is not done again, and none is begun that would probably not end in time: what is left is for the next job.
# docs/azure-automation.md tells how to set it up. Job Completed: nothing is missing. Failed: the end of the output says what.
[CmdletBinding()]
param(
    # Where the token is: an encrypted variable, or a connection with a field AccessToken.
    [string] $Variable = 'IntercomAccessToken',
    [string] $Connection,
    # A blob container, ACCOUNT/CONTAINER, which the managed identity may write to. A slice whose manifest is there is done.
    [string] $UploadTo,
    # On a Hybrid Runbook Worker: a folder that stays, so that a slice that was cut off goes on where it was.
    [string] $Folder,
    # The whole days (UTC) before today; or from a day on, to before a day.
    [int] $Days = 7,
    [DateTime] $From,
    [DateTime] $To,
    # A slice must fit into one job: take shorter ones for a busy workspace. Keep to one length, it is in the names of the files.
    [ValidateSet(1, 2, 3, 4, 6, 8, 12, 24)] [int] $SliceHours = 24,
    # Azure stops a job after three hours.
    [int] $Minutes = 150,
    [bool] $IncludeParts,
    # A gateway, or a sandbox.
    [Uri] $BaseUri
)

$clock = [Diagnostics.Stopwatch]::StartNew()
$ErrorActionPreference = 'Stop'
# The log is the output. The other streams are read elsewhere in the portal, and a job pays for each of their records with time.
$VerbosePreference = $ProgressPreference = $InformationPreference = 'SilentlyContinue'

function Get-LogLine([string] $Kind, [string] $Text) { '{0:s}Z {1,-10} {2}' -f [DateTime]::UtcNow, $Kind, ($Text -replace '\s+', ' ') }

$lock = $ownFolder = $null
try {
    if (-not $UploadTo -and -not $Folder) { throw 'Give -UploadTo, or on a Hybrid Runbook Worker -Folder: what a job leaves elsewhere is lost.' }
    # Jobs of one account can share a sandbox, and with it the temporary folder.
    if (-not $Folder) { $Folder = $ownFolder = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'IntercomPS-' + [Guid]::NewGuid().ToString('N')) }
    [void] [IO.Directory]::CreateDirectory($Folder)
    $lock = [IO.File]::Open([IO.Path]::Combine($Folder, 'azure-runbook.lock'), 'OpenOrCreate', 'ReadWrite', 'None')

    $done = @{}
    if ($UploadTo) {
        $account, $container = $UploadTo -split '/', 2
        $null = Connect-AzAccount -Identity
        $storage = @{ Container = $container; Context = New-AzStorageContext -StorageAccountName $account -UseConnectedAccount }
        Get-AzStorageBlob @storage -Prefix 'conversations-' | ForEach-Object -Process { $done[$_.Name] = $true }
    }

    $session = @{ Connection = if ($Connection) { Get-AutomationConnection -Name $Connection } else { @{ AccessToken = Get-AutomationVariable -Name $Variable } } }
    if ($BaseUri) { $session.BaseUri = $BaseUri }
    Connect-Intercom @session

    $end = [DateTime]::UtcNow.Date
    if ($PSBoundParameters.ContainsKey('To') -and $To.Date -lt $end) { $end = [DateTime]::SpecifyKind($To.Date, 'Utc') }
    $start = if ($PSBoundParameters.ContainsKey('From')) { [DateTime]::SpecifyKind($From.Date, 'Utc') } else { $end.AddDays(-$Days) }
    $exported = $incomplete = $left = 0
    $longest = [TimeSpan]::Zero
    for (; $start -lt $end; $start = $start.AddHours($SliceHours)) {
        $name = 'conversations-' + $start.ToString('s').Substring(0, 13) + "-$($SliceHours)h"
        $path = [IO.Path]::Combine($Folder, $name)
        $isHere = [IO.File]::Exists("$path.manifest.json")
        if ($done["$name.manifest.json"] -or ($isHere -and -not $UploadTo)) { continue }
        $began = $clock.Elapsed
        if ($exported -and ($began + $longest).TotalMinutes -gt $Minutes) { $left++; continue }

        if (-not $isHere) {
            $query = @{ CreatedAfter = $start; CreatedBefore = $start.AddHours($SliceHours); Schema = 'Full'; IncludeParts = $IncludeParts }
            try {
                Export-IntercomConversation -Path "$path.csv" @query -Manifest -Strict -Resume -Force 3>&1 | ForEach-Object -Process {
                    if ($_ -is [Management.Automation.WarningRecord]) { Get-LogLine WARNING $_.Message } else { $summary = $_ }
                }
                $outcome = 'DONE'
            }
            catch {
                # The files are there all the same, and the error brings their summary.
                if ($_.FullyQualifiedErrorId -notlike 'ExportIncomplete*') { throw }
                $summary = $_.TargetObject
                Get-LogLine MISSING $_.Exception.Message
                $outcome = 'INCOMPLETE'
                $incomplete++
            }
            Get-LogLine $outcome ("$name.csv: $($summary.Rows) rows, $($summary.PartRows) parts, $($summary.Requests) requests in " +
                "$([Math]::Ceiling($summary.Duration.TotalSeconds)) s, of which $([Math]::Ceiling($summary.WaitTime.TotalSeconds)) s " +
                "in $($summary.Waits) waits for the quota; $($summary.Retries) sent again; runs: $($summary.Runs)")
        }
        if (-not (Test-IntercomExport -Path "$path.manifest.json" -Quiet)) {
            [IO.File]::Delete("$path.manifest.json")
            throw "The files of $name are not what was written. Check the disk; the next job exports the slice again."
        }
        if ($UploadTo) {
            # The manifest last: where it is, the slice is whole.
            foreach ($file in "$path.csv", "$path.parts.csv", "$path.manifest.json") {
                if (-not [IO.File]::Exists($file)) { continue }
                $null = Set-AzStorageBlobContent @storage -File $file -Blob ([IO.Path]::GetFileName($file)) -Force
                [IO.File]::Delete($file)
            }
        }
        $exported++
        if ($clock.Elapsed - $began -gt $longest) { $longest = $clock.Elapsed - $began }
    }
    Get-LogLine END "$exported slices done, $incomplete of them incomplete; $left left for the next job"
    if ($incomplete) { throw "$incomplete slices are incomplete: the lines MISSING and the manifests say what they lack." }
}
catch {
    Get-LogLine FAILED "$($_.Exception.Message) What is done is kept: the next job goes on from there."
    throw
}
finally {
    if ($lock) { $lock.Dispose() }
    if ($ownFolder) { [IO.Directory]::Delete($ownFolder, $true) }
}
