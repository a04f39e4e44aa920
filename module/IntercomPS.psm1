# Uses the core cmdlets and .NET alone, so that it runs in any host, those without the Utility module included.

# The manifest can ask for 5.1 at least, not for "5.1, or 7.4 and later".
if ($PSVersionTable.PSVersion.Major -ge 6 -and $PSVersionTable.PSVersion -lt [version]'7.4') {
    throw [System.PlatformNotSupportedException]::new(
        "IntercomPS needs Windows PowerShell 5.1, or PowerShell 7.4 or later; this is PowerShell $($PSVersionTable.PSVersion). " +
        'See https://aka.ms/powershell for a supported version.')
}

$framework = if ($PSVersionTable.PSVersion.Major -ge 6) { 'net8.0' } else { 'net472' }
$loaderPath = [System.IO.Path]::Combine($PSScriptRoot, 'bin', $framework, 'IntercomPS.Loader.dll')

# Left there by the loader itself: a loop over all assemblies took a tenth of the import.
$loader = [System.AppDomain]::CurrentDomain.GetData('IntercomPS.Loader')

# Assemblies cannot be unloaded: after an update, the new version cannot be loaded beside the old one.
if ($loader) {
    $loaded = $loader.GetName().Version
    $wanted = [System.Reflection.AssemblyName]::GetAssemblyName($loaderPath).Version
    if ($loaded -ne $wanted) {
        throw [System.InvalidOperationException]::new(
            "IntercomPS $($loaded.ToString(3)) is already loaded in this process, from '$($loader.Location)'. " +
            "Start a new PowerShell session to use version $($wanted.ToString(3)).")
    }
}
else {
    $loader = [System.Reflection.Assembly]::LoadFrom($loaderPath)
}

$mainAssembly = $loader.GetType('IntercomPS.Loader.ModuleAssembly', $true)::Load()
$mainModule = Microsoft.PowerShell.Core\Import-Module -Assembly $mainAssembly -Force -PassThru -ErrorAction Stop

# On every import of an assembly but the first, the engine takes the nested module from its cache and leaves out the step
# that exports its cmdlets from the module that imports it. Export-ModuleMember does not help.
# https://github.com/PowerShell/PowerShell/issues/20710
$thisModule = $ExecutionContext.SessionState.Module
if ($thisModule.ExportedCmdlets.Count -eq 0) {
    $nonPublic = [System.Reflection.BindingFlags]'Instance, NonPublic'
    $addExportedCmdlet = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', $nonPublic)
    $addExportedAlias = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedAlias', $nonPublic)
    foreach ($cmdlet in $mainModule.ExportedCmdlets.Values) {
        $null = $addExportedCmdlet.Invoke($thisModule, @(, $cmdlet))
    }
    foreach ($alias in $mainModule.ExportedAliases.Values) {
        $null = $addExportedAlias.Invoke($thisModule, @(, $alias))
    }
}
