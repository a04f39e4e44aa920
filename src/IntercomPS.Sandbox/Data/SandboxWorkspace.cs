using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox;

/// <summary>What the sandbox holds. Reading and changing it is safe while the server runs.</summary>
public sealed class SandboxWorkspace
{
    private readonly object _gate = new();
    private readonly WorkspaceCast _cast;
    private readonly PartGenerator _parts;
    private readonly Dictionary<string, SandboxConversation> _byId;
    private readonly Dictionary<string, SandboxContact> _contactsById;
    private SandboxConversation[] _byCreation;
    private long _version;
    private long _touchVersion;

    internal SandboxWorkspace(WorkspaceCast cast, PartGenerator parts, SandboxConversation[] conversations)
    {
        _cast = cast;
        _parts = parts;
        _byCreation = conversations;
        _byId = conversations.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _contactsById = cast.Contacts.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>The workspace's id, which conversation ids are unique within.</summary>
    public string Id { get; } = "sb7x2k9q";

    /// <summary>The workspace's name.</summary>
    public string Name { get; } = "Kestrel Software (sandbox)";

    /// <summary>All conversations that are there now, the oldest first.</summary>
    public IReadOnlyList<SandboxConversation> Conversations => Volatile.Read(ref _byCreation);

    /// <summary>All contacts, the oldest first.</summary>
    public IReadOnlyList<SandboxContact> Contacts => _cast.Contacts;

    /// <summary>All admins.</summary>
    public IReadOnlyList<SandboxAdmin> Admins => _cast.Admins;

    /// <summary>All teams.</summary>
    public IReadOnlyList<SandboxTeam> Teams => _cast.Teams;

    /// <summary>All tags.</summary>
    public IReadOnlyList<SandboxTag> Tags => _cast.Tags;

    /// <summary>All companies.</summary>
    public IReadOnlyList<SandboxCompany> Companies => _cast.Companies;

    /// <summary>Changes with every change but <see cref="Touch"/>.</summary>
    internal long Version => Interlocked.Read(ref _version);

    /// <summary>Changes whenever an <c>updated_at</c> moves.</summary>
    internal long TouchVersion => Interlocked.Read(ref _touchVersion);

    internal SandboxConversation[] ByCreation => Volatile.Read(ref _byCreation);

    /// <summary>Finds a conversation by its id.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <returns>The conversation; null where there is none.</returns>
    public SandboxConversation? FindConversation(string id)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out SandboxConversation? conversation) ? conversation : null;
        }
    }

    /// <summary>Finds a contact by its id.</summary>
    /// <param name="id">The contact's id.</param>
    /// <returns>The contact; null where there is none.</returns>
    public SandboxContact? FindContact(string id) => _contactsById.TryGetValue(id, out SandboxContact? contact) ? contact : null;

    /// <summary>All parts of a conversation, the oldest first, also those beyond the 500 that the API gives.</summary>
    /// <param name="conversation">A conversation of this workspace.</param>
    /// <returns>The parts.</returns>
    public IReadOnlyList<SandboxPart> GetParts(SandboxConversation conversation)
    {
        _ = conversation ?? throw new ArgumentNullException(nameof(conversation));

        lock (_gate)
        {
            if (conversation.ChangedParts is not null)
            {
                return conversation.ChangedParts.ToArray();
            }
        }

        return _parts.Generate(conversation);
    }

    /// <summary>Deletes a conversation: it is in no answer any more, and asking for it gives 404.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <returns>False where there is no such conversation.</returns>
    public bool Delete(string id)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out SandboxConversation? conversation))
            {
                return false;
            }

            _byId.Remove(id);
            Volatile.Write(ref _byCreation, Array.FindAll(_byCreation, c => c != conversation));
            Interlocked.Increment(ref _version);
            return true;
        }
    }

    /// <summary>Moves a conversation's <c>updated_at</c> forward; an earlier time changes nothing.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="updatedAt">The new time, to the second.</param>
    /// <returns>False where there is no such conversation.</returns>
    public bool Touch(string id, DateTimeOffset updatedAt)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out SandboxConversation? conversation))
            {
                return false;
            }

            conversation.UpdatedAtUnix = Math.Max(conversation.UpdatedAtUnix, updatedAt.ToUnixTimeSeconds());
            Interlocked.Increment(ref _touchVersion);
            return true;
        }
    }

    /// <summary>Changes a conversation, and moves its <c>updated_at</c> forward.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="change">What to change; it runs while nobody else changes anything.</param>
    /// <param name="updatedAt">When, to the second.</param>
    /// <returns>False where there is no such conversation.</returns>
    internal bool Update(string id, Action<SandboxConversation> change, DateTimeOffset updatedAt)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out SandboxConversation? conversation))
            {
                return false;
            }

            change(conversation);
            conversation.UpdatedAtUnix = Math.Max(conversation.UpdatedAtUnix, updatedAt.ToUnixTimeSeconds());
            Interlocked.Increment(ref _version);
            Interlocked.Increment(ref _touchVersion);
            return true;
        }
    }

    /// <summary>Adds a comment of the contact to a conversation and derives its statistics anew.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="html">The comment's body.</param>
    /// <param name="at">When it is written, to the second.</param>
    /// <returns>The new part; null where there is no such conversation.</returns>
    public SandboxPart? AddContactComment(string id, string html, DateTimeOffset at)
    {
        _ = html ?? throw new ArgumentNullException(nameof(html));

        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out SandboxConversation? conversation))
            {
                return null;
            }

            List<SandboxPart> parts = conversation.ChangedParts ?? _parts.Generate(conversation);
            var part = new SandboxPart(
                PartGenerator.FirstPartId(conversation) + parts.Count, "comment", at.ToUnixTimeSeconds(),
                conversation.Contacts[0].Author, new SandboxText(html), conversation.State);
            parts.Add(part);
            conversation.ChangedParts = parts;
            DerivedFields.Update(conversation, parts, _cast);
            Interlocked.Increment(ref _version);
            Interlocked.Increment(ref _touchVersion);
            return part;
        }
    }
}
