# What it takes to import a module.
param([string] $Module)

foreach ($step in { }, { Import-Module $Module }) {
    # The first one is empty: it compiles what only the measuring needs.
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $step
    $elapsed = $clock.Elapsed.TotalMilliseconds
}

"import=$elapsed"
"peak=$([System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64)"
