using System;
using System.Collections.Generic;
using IntercomPS.Querying;

namespace IntercomPS.Contacts;

/// <summary>What a person asks for of contacts: several values of one kind mean any of them, several kinds mean all of them.</summary>
internal sealed record ContactCriteria
{
    /// <summary>Email addresses, whatever their capitals.</summary>
    public IReadOnlyList<string> Emails { get; init; } = Array.Empty<string>();

    /// <summary>Texts that the name holds.</summary>
    public IReadOnlyList<string> Names { get; init; } = Array.Empty<string>();

    /// <summary>Roles in the API's spelling.</summary>
    public IReadOnlyList<string> Roles { get; init; } = Array.Empty<string>();

    /// <summary>Ids that the customer's own system gave.</summary>
    public IReadOnlyList<string> ExternalIds { get; init; } = Array.Empty<string>();

    /// <summary>Phone numbers.</summary>
    public IReadOnlyList<string> Phones { get; init; } = Array.Empty<string>();

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<string> TagIds { get; init; } = Array.Empty<string>();

    /// <summary>When the contact came into Intercom.</summary>
    public TimeRange Created { get; init; }

    /// <summary>When it last changed.</summary>
    public TimeRange Updated { get; init; }

    /// <summary>When it was last seen.</summary>
    public TimeRange LastSeen { get; init; }
}
