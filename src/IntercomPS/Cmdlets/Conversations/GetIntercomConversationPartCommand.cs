using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using IntercomPS.Pipeline;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Gets the parts of conversations' threads: messages, notes and events, each as an object of its own.</summary>
/// <remarks>
///   <para>
///     The parts come oldest first, conversation after conversation in the order asked, each with the
///     ConversationId that it belongs to. The first message of a conversation is its property Source, not a part.
///   </para>
///   <para>Intercom returns the 500 most recent parts of a conversation only: a warning says how many are missing.</para>
/// </remarks>
/// <example>
///   <title>The notes of a conversation</title>
///   <code>Search-IntercomConversation -First 5 | Get-IntercomConversationPart -PartType note*</code>
///   <para>Gets the internal notes of the five newest conversations.</para>
/// </example>
/// <example>
///   <title>What was said, in plain text</title>
///   <code>
///     Search-IntercomConversation -First 3 |
///         Get-IntercomConversationPart -Plaintext |
///         Where-Object -Property IsMessage
///   </code>
///   <para>Gets the parts that a person would count as messages, and leaves out notes and events.</para>
/// </example>
/// <seealso cref="GetIntercomConversationCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomConversationPart", DefaultParameterSetName = IdSet)]
[OutputType(typeof(ConversationPart))]
public sealed class GetIntercomConversationPartCommand : ConversationByIdCmdlet
{
    private WildcardPattern[] _partTypes = [];

    /// <summary>Parts of any of these types, as the API spells them: comment, note, assignment, close …. Any of the types that Intercom adds can be named.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] PartType { get; set; } = [];

    /// <summary>Makes the patterns.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _partTypes = PartType.Select(type => WildcardPattern.Get(type, WildcardOptions.IgnoreCase)).ToArray();
    }

    private protected override Task WriteAsync(Conversation conversation, PipelineWriter writer)
    {
        List<ConversationPart> parts = conversation.Parts.Where(IsWanted).ToList();
        return parts.Count == 0 ? Task.CompletedTask : writer.OutputListAsync(parts).AsTask();
    }

    private bool IsWanted(ConversationPart part) =>
        _partTypes.Length == 0 || _partTypes.Any(pattern => pattern.IsMatch(part.PartType ?? string.Empty));
}
