using System.Management.Automation;
using IntercomPS.Querying;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>The base of the commands whose answer has an order of the user's choice.</summary>
public abstract class SortedConversationSearchCmdlet : ConversationSearchCmdlet
{
    /// <summary>What the conversations are sorted by.</summary>
    [Parameter]
    [PSDefaultValue(Help = "CreatedAt")]
    public ConversationSortField SortBy { get; set; } = ConversationSortField.CreatedAt;

    /// <summary>Oldest first. Without it, newest first.</summary>
    [Parameter]
    public SwitchParameter Ascending { get; set; }

    /// <summary>The order that was asked for.</summary>
    private protected ConversationSort Sort => new(SortBy, Ascending);
}
