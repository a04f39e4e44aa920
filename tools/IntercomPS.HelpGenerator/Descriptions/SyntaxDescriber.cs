using System.Collections.Generic;
using System.Linq;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>
/// Orders the parameters of each parameter set as the engine does in <c>Get-Command -Syntax</c>:
/// by position, then the mandatory named ones, then the rest.
/// </summary>
internal static class SyntaxDescriber
{
    public static IEnumerable<SyntaxDescription> Describe(
        CmdletReflection cmdlet,
        IReadOnlyList<ParameterDescription> parameters) =>
        cmdlet.ParameterSetNames.Select(setName => new SyntaxDescription(setName, [.. InSet(parameters, setName)
            .OrderBy(parameter => parameter.Membership.Position ?? int.MaxValue)
            .ThenBy(parameter => parameter.Membership.Position is null && !parameter.Membership.IsMandatory)]));

    private static IEnumerable<SyntaxParameter> InSet(IReadOnlyList<ParameterDescription> parameters, string setName) =>
        from parameter in parameters
        let membership = parameter.Sets.FirstOrDefault(set => set.IsIn(setName))
        where membership is not null
        select new SyntaxParameter(parameter, membership);
}
