using System;
using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Faults;
using IntercomPS.Sandbox.Json;
using IntercomPS.Sandbox.Search;

namespace IntercomPS.Sandbox.Api;

/// <summary>Search, list and get of conversations.</summary>
internal sealed class ConversationEndpoints
{
    /// <summary>OpenAPI 2.16, retrieveConversation: the 500 most recent parts.</summary>
    public const int MaximumParts = 500;

    private const int StandardPage = 20;

    private readonly SandboxWorkspace _workspace;
    private readonly SandboxOptions _options;
    private readonly FaultPlan _faults;
    private readonly PageWriter _pages;
    private readonly RecordList<SandboxConversation> _conversations;

    public ConversationEndpoints(SandboxWorkspace workspace, SandboxOptions options, FaultPlan faults, PageWriter pages)
    {
        _workspace = workspace;
        _options = options;
        _faults = faults;
        _pages = pages;
        _conversations = new RecordList<SandboxConversation>(
            workspace, options, () => workspace.ByCreation, version => ConversationFields.For(version, options.AcceptCxScoreFilter), c => c.Id, StandardPage)
        {
            Created = c => c.CreatedAtUnix,
        };
    }

    public void Search(ApiCall call, Utf8JsonWriter json) => WritePage(call, json, _conversations.Search(call, CheckCursor));

    public void List(ApiCall call, Utf8JsonWriter json) => WritePage(call, json, _conversations.List(call, CheckCursor));

    public void Get(ApiCall call, Utf8JsonWriter json)
    {
        SandboxConversation? conversation = _workspace.FindConversation(call.Id);
        if (conversation is null || _faults.Hits(SandboxFault.Disappearing, conversation.Id))
        {
            throw ApiException.NotFound();
        }

        bool plaintext = call.Query.TryGetValue("display_as", out string? display) && display == "plaintext";
        IReadOnlyList<SandboxPart> parts = _workspace.GetParts(conversation);
        var writer = new ConversationJson(json, call.Version, plaintext, _options.UnassignedAsText);
        writer.Write(conversation, parts, Math.Max(0, parts.Count - MaximumParts));
    }

    private void CheckCursor(PageRequest page)
    {
        if (page.CursorText is string cursor && _faults.Hits(SandboxFault.RefusedCursor, cursor))
        {
            throw ApiException.InvalidCursor();
        }
    }

    private void WritePage(ApiCall call, Utf8JsonWriter json, Page<SandboxConversation> page)
    {
        var writer = new ConversationJson(json, call.Version, plaintext: false, _options.UnassignedAsText);
        int drift = _faults.Has(SandboxFault.DriftingTotal) ? ((page.Number * 7) % 5) - 2 : 0;
        _pages.Write(json, page, ("conversation.list", "conversations"), "/conversations", drift, c => writer.Write(c));
        if (_faults.Has(SandboxFault.MovingRows))
        {
            MoveRows(page);
        }
    }

    /// <summary>Rows of this page and rows all over the workspace change at once, as they do in a busy one.</summary>
    private void MoveRows(Page<SandboxConversation> page)
    {
        DateTimeOffset now = _options.ReadClock();
        SandboxConversation[] all = _workspace.ByCreation;
        int count = _faults.CountMoving(page.Rows.Count);
        for (int i = 0; i < count; i++)
        {
            int step = i * page.Rows.Count / count;
            _workspace.Touch(page.Rows.Array![page.Rows.Offset + step].Id, now);
            _workspace.Touch(all[((page.Number * 7919) + (i * 104729)) % all.Length].Id, now);
        }
    }
}
