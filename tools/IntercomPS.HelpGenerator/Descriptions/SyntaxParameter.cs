using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>A parameter as it is within one parameter set.</summary>
internal sealed record SyntaxParameter(ParameterDescription Parameter, ParameterSetMembership Membership);
