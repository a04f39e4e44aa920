using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>A person who writes to the workspace: a user or a lead.</summary>
/// <remarks>Source: schema contact, API 2.15. The fields of the mobile SDKs and the social profiles are left out.</remarks>
public sealed class Contact
{
    /// <summary>The id: 24 hexadecimal digits.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The id that the customer's own system gave; null when there is none.</summary>
    public string? ExternalId { get; internal set; }

    /// <summary>The role in the API's spelling: user or lead.</summary>
    public string? Role { get; internal set; }

    /// <summary>The name; null when not known. Text of a stranger.</summary>
    public string? Name { get; internal set; }

    /// <summary>The email address; null when not known. Text of a stranger.</summary>
    public string? Email { get; internal set; }

    /// <summary>The phone number; null when not known.</summary>
    public string? Phone { get; internal set; }

    /// <summary>The id of the admin who owns the contact; null when nobody does.</summary>
    public string? OwnerId { get; internal set; }

    /// <summary>When the contact came into Intercom, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>When the contact signed up, in UTC; null when it has not.</summary>
    public DateTimeOffset? SignedUpAt { get; internal set; }

    /// <summary>When it was last seen, in UTC; null when never.</summary>
    public DateTimeOffset? LastSeenAt { get; internal set; }

    /// <summary>When it last wrote, in UTC; null when never.</summary>
    public DateTimeOffset? LastRepliedAt { get; internal set; }

    /// <summary>When it was last written to, in UTC; null when never.</summary>
    public DateTimeOffset? LastContactedAt { get; internal set; }

    /// <summary>When it last opened an email, in UTC; null when never.</summary>
    public DateTimeOffset? LastEmailOpenedAt { get; internal set; }

    /// <summary>When it last clicked a link in an email, in UTC; null when never.</summary>
    public DateTimeOffset? LastEmailClickedAt { get; internal set; }

    /// <summary>Whether it unsubscribed from emails; null where the API does not say.</summary>
    public bool? UnsubscribedFromEmails { get; internal set; }

    /// <summary>Whether an email came back for good; null where the API does not say.</summary>
    public bool? HasHardBounced { get; internal set; }

    /// <summary>Whether it marked an email as spam; null where the API does not say.</summary>
    public bool? MarkedEmailAsSpam { get; internal set; }

    /// <summary>The language that was set for the contact; null when none was.</summary>
    public string? LanguageOverride { get; internal set; }

    /// <summary>The browser; null when not known.</summary>
    public string? Browser { get; internal set; }

    /// <summary>The language of the browser; null when not known.</summary>
    public string? BrowserLanguage { get; internal set; }

    /// <summary>The operating system; null when not known.</summary>
    public string? OperatingSystem { get; internal set; }

    /// <summary>The country; null when not known.</summary>
    public string? Country { get; internal set; }

    /// <summary>The region of the country; null when not known.</summary>
    public string? Region { get; internal set; }

    /// <summary>The city; null when not known.</summary>
    public string? City { get; internal set; }

    /// <summary>The ids of its tags, the first ten that the API gives; empty when there are none.</summary>
    public IReadOnlyList<string> TagIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The ids of its companies, the first ten that the API gives; empty when there are none.</summary>
    public IReadOnlyList<string> CompanyIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The workspace's own attributes by name; empty when there are none.</summary>
    public IReadOnlyDictionary<string, object?> CustomAttributes { get; internal set; } = Conversation.NoAttributes;

    /// <summary>The name, else the email address, else the id.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => Name ?? Email ?? Id;
}
