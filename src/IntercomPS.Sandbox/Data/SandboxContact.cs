using System;
using System.Collections.Generic;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox;

/// <summary>A user or lead of the sandbox's workspace.</summary>
public sealed class SandboxContact
{
    internal SandboxContact(string id, string role, TextLocale locale)
    {
        Id = id;
        Role = role;
        Locale = locale;
    }

    /// <summary>The contact's id: 24 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary><c>user</c> or <c>lead</c>.</summary>
    public string Role { get; }

    /// <summary>The id that the workspace's owner gave; null for leads.</summary>
    public string? ExternalId { get; internal set; }

    /// <summary>The contact's name; null where it is not known.</summary>
    public string? Name { get; internal set; }

    /// <summary>The contact's email address, at an example domain; null where it is not known.</summary>
    public string? Email { get; internal set; }

    /// <summary>The contact's phone number; null where it is not known.</summary>
    public string? Phone { get; internal set; }

    /// <summary>The admin who owns the contact; null for most.</summary>
    public SandboxAdmin? Owner { get; internal set; }

    /// <summary>The contact's company; null for about half of them.</summary>
    public SandboxCompany? Company { get; internal set; }

    /// <summary>The contact's tags.</summary>
    public IReadOnlyList<SandboxTag> Tags { get; internal set; } = [];

    /// <summary>The language tag of the contact's browser, for example <c>de</c>.</summary>
    public string Language => Locale.Code;

    /// <summary>The time the contact was created.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeSeconds(CreatedAtUnix);

    /// <summary>The time of the contact's last change.</summary>
    public DateTimeOffset UpdatedAt => DateTimeOffset.FromUnixTimeSeconds(UpdatedAtUnix);

    /// <summary>The contact as the author of messages: one object for all of them.</summary>
    internal SandboxAuthor Author => field ??= new SandboxAuthor(Role, Id, Name, Email);

    internal TextLocale Locale { get; }

    internal long CreatedAtUnix { get; set; }

    internal long UpdatedAtUnix { get; set; }

    internal long? SignedUpAtUnix { get; set; }

    internal long? LastSeenAtUnix { get; set; }

    internal long? LastRepliedAtUnix { get; set; }

    internal long? LastContactedAtUnix { get; set; }

    internal string Browser { get; set; } = "chrome";

    internal string OperatingSystem { get; set; } = "Windows 10";

    internal bool UnsubscribedFromEmails { get; set; }

    internal bool HasHardBounced { get; set; }

    internal string? PlanAttribute { get; set; }

    internal string? EmailDomain
    {
        get
        {
            int at = Email?.IndexOf('@') ?? -1;
            return at < 0 ? null : Email![(at + 1)..];
        }
    }
}
