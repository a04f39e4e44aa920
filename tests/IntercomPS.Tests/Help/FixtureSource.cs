namespace IntercomPS.Tests.Help;

/// <summary>Source of fixture modules: a documented one, and pieces to make undocumented ones of.</summary>
internal static class FixtureSource
{
    public const string Examples = """
        /// <example><code>Get-Thing</code><para>Gets all.</para></example>
        /// <example><code>Get-Thing 1</code>Gets one.</example>
        """;

    /// <summary>Everything that the generator knows of, documented.</summary>
    public const string Documented = """
        namespace Fixture
        {
            /// <summary>What a thing is in.</summary>
            public enum ThingState
            {
                /// <summary>Nobody has finished it.</summary>
                Open,
                /// <summary>Somebody has.</summary>
                Closed,
            }

            /// <summary>One thing.</summary>
            public class Thing
            {
                /// <summary>Its id.</summary>
                public string Id { get; set; } = "";
            }

            /// <summary>A measured thing.</summary>
            /// <param name="Weight">In grams.</param>
            public sealed record Measured(int Weight);

            /// <summary>Base of all cmdlets.</summary>
            public abstract class ThingCmdlet<T> : PSCmdlet
            {
                /// <summary>The session to use.</summary>
                [Parameter] public T? Session { get; set; }
            }

            /// <summary>Gets things.</summary>
            /// <remarks>
            ///   Gets <see cref="Thing"/> objects in
            ///   any <see cref="State"/>, <see langword="null"/> too.
            ///   <list type="bullet"><item>first</item><item><term>second</term><description>more</description></item></list>
            ///   <para>See <see cref="RemoveThingCommand"/>, <see cref="RemoveThingCommand.Id"/>, <see cref="ThingState.Closed"/> and <see href="https://example.com/a">the page</see>.</para>
            /// </remarks>
            /// <example>
            ///   <title>Get all of them</title>
            ///   <code>
            ///     Get-Thing |
            ///         ForEach-Object { $_.Id }
            ///   </code>
            ///   <para>Gets all &amp; sundry.</para>
            /// </example>
            /// <example><code>Get-Thing 1</code>Gets one.</example>
            /// <seealso cref="RemoveThingCommand"/>
            /// <seealso href="https://example.com/b">Things</seealso>
            /// <seealso>about_Things</seealso>
            [Cmdlet(VerbsCommon.Get, "Thing", DefaultParameterSetName = "Filter", SupportsPaging = true, HelpUri = "https://example.com/online")]
            [OutputType(typeof(Thing), typeof(Measured))]
            public sealed class GetThingCommand : ThingCmdlet<string>
            {
                /// <summary>States to look for.</summary>
                [Parameter(ParameterSetName = "Filter")] public ThingState[]? State { get; set; }

                /// <summary>The ids.</summary>
                [Parameter(ParameterSetName = "Id", Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
                [Alias("ThingId", "Key")]
                public string[] Id { get; set; } = [];

                /// <summary>A rating.</summary>
                [Parameter(ParameterSetName = "Filter")] [ValidateRange(1, 5)] [PSDefaultValue(Help = "any")]
                public int? Rating { get; set; }

                /// <summary>A name.</summary>
                [Parameter(ParameterSetName = "Filter", Position = 1)] [SupportsWildcards]
                public string? Name { get; set; }

                /// <summary>The colour.</summary>
                [Parameter(ParameterSetName = "Filter", Mandatory = true)] [ValidateSet("Red", "Green")]
                public string? Colour { get; set; }

                /// <summary>Since when.</summary>
                [Parameter] public DateTimeOffset? Since { get; set; }

                [Parameter(DontShow = true)] public string? Hidden { get; set; }

                [Obsolete("gone")] [Parameter] public string? Old { get; set; }
            }

            /// <summary>Removes things.</summary>
            /// <remarks>Removes them for good.</remarks>
            /// <example><code>Remove-Thing 1</code><para>Removes one.</para></example>
            /// <example><code>Remove-Thing 1 -WhatIf</code><para>Removes none.</para></example>
            [Cmdlet(VerbsCommon.Remove, "Thing", SupportsShouldProcess = true)]
            [OutputType(typeof(void))]
            public sealed class RemoveThingCommand : ThingCmdlet<string>
            {
                /// <inheritdoc cref="GetThingCommand.Id"/>
                [Parameter(Mandatory = true, Position = 0)] public string? Id { get; set; }

                /// <summary>Without asking.</summary>
                [Parameter] public SwitchParameter Force { get; set; }
            }
        }
        """;

    /// <summary>A cmdlet Get-Thing with these comment lines and members.</summary>
    public static string Cmdlet(string comment, string members = "", string attributes = "", string types = "") => $$"""
        {{types}}
        {{comment}}
        [Cmdlet(VerbsCommon.Get, "Thing")] {{attributes}}
        public sealed class GetThingCommand : PSCmdlet
        {
            {{members}}
        }
        """;

    public static string Comment(string examples = Examples) => $"""
        /// <summary>Gets things.</summary>
        /// <remarks>Gets them.</remarks>
        {examples}
        """;
}
