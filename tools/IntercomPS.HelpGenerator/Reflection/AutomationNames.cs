namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>Full names of the types of System.Management.Automation that the generator looks for.</summary>
internal static class AutomationNames
{
    private const string Namespace = "System.Management.Automation.";

    public const string Cmdlet = Namespace + "Cmdlet";
    public const string PSCmdlet = Namespace + "PSCmdlet";
    public const string CmdletAttribute = Namespace + "CmdletAttribute";
    public const string ParameterAttribute = Namespace + "ParameterAttribute";
    public const string AliasAttribute = Namespace + "AliasAttribute";
    public const string OutputTypeAttribute = Namespace + "OutputTypeAttribute";
    public const string ValidateSetAttribute = Namespace + "ValidateSetAttribute";
    public const string ValidateRangeAttribute = Namespace + "ValidateRangeAttribute";
    public const string ValidateCountAttribute = Namespace + "ValidateCountAttribute";
    public const string ValidateLengthAttribute = Namespace + "ValidateLengthAttribute";
    public const string SupportsWildcardsAttribute = Namespace + "SupportsWildcardsAttribute";
    public const string DefaultValueAttribute = Namespace + "PSDefaultValueAttribute";
    public const string SwitchParameter = Namespace + "SwitchParameter";
    public const string AllParameterSets = "__AllParameterSets";
}
