using System;
using System.Management.Automation;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Refuses a script block for a text. PowerShell would run it for a parameter that takes the pipeline's input, but takes its source for any other.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoScriptBlockAttribute : ArgumentTransformationAttribute
{
    /// <summary>Passes on what was given.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">What was given.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is a script block.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is ScriptBlock
            ? throw new ArgumentTransformationMetadataException(
                "A script block is not run here, so that its source would be the text. Use ForEach-Object: "
                + "… | ForEach-Object { Set-IntercomConversation -Id $_.Id -Title $_.Title }.")
            : inputData;
}
