using System.Collections.Generic;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>The parameters that PowerShell itself adds to a cmdlet that asks for them in [Cmdlet].</summary>
internal static class EngineParameters
{
    private static readonly ParameterDescription[] Paging =
    [
        Value("First", "Gets only this many objects."),
        Value("Skip", "Leaves out this many objects, then gets the rest."),
        Switch("IncludeTotalCount", "Writes the total number of objects before the objects themselves. Where it is not known exactly, the number says that it is an estimate."),
    ];

    private static readonly ParameterDescription[] ShouldProcess =
    [
        Switch("Confirm", "Asks for confirmation before the cmdlet changes anything.") with { Aliases = ["cf"] },
        Switch("WhatIf", "Shows what the cmdlet would change, and changes nothing.") with { Aliases = ["wi"] },
    ];

    public static IEnumerable<ParameterDescription> Of(CmdletReflection cmdlet) =>
        [.. cmdlet.SupportsPaging ? Paging : [], .. cmdlet.SupportsShouldProcess ? ShouldProcess : []];

    private static ParameterDescription Value(string name, string text) =>
        new(name, "ulong", IsSwitch: false) { Description = [TextBlock.Paragraph(text)] };

    private static ParameterDescription Switch(string name, string text) =>
        new(name, "switch", IsSwitch: true) { Description = [TextBlock.Paragraph(text)], DefaultValue = "False" };
}
