namespace IntercomPS.HelpGenerator;

/// <summary>The codes of the build errors that this tool reports.</summary>
internal static class ProblemCodes
{
    public const string NoSynopsis = "IPSHELP001";
    public const string NoDescription = "IPSHELP002";
    public const string TooFewExamples = "IPSHELP003";
    public const string IncompleteExample = "IPSHELP004";
    public const string UndocumentedParameter = "IPSHELP005";
    public const string UndocumentedOutputType = "IPSHELP006";
    public const string UndocumentedOutputProperty = "IPSHELP007";
    public const string UnresolvedReference = "IPSHELP008";
    public const string UnknownElement = "IPSHELP009";
    public const string CannotRun = "IPSHELP010";
}
