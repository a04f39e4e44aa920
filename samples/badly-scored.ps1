# The conversations of last week that Intercom's AI scored 1 or 2: the newest on the screen, all of them in a file.
[CmdletBinding()]
param([string] $Path = 'badly-scored.csv')

$ErrorActionPreference = 'Stop'
$monday = [DateTime]::Today.AddDays(-(([int] [DateTime]::Today.DayOfWeek + 6) % 7))
$lastWeek = @{ CreatedAfter = $monday.AddDays(-7); CreatedBefore = $monday }

Search-IntercomConversation @lastWeek -CxScore 1, 2 -First 5

Export-IntercomConversation @lastWeek -CxScoreBelow 3 -Path $Path -Force -Property @(
    'conversation_id', 'created_at', 'contact_email', 'cx_score', 'cx_score_explanation', 'rating', 'tags')
