using System;
using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>Builds the parts of one conversation in the order of time; no part is later than the workspace's present.</summary>
internal sealed class PartTimeline
{
    private readonly SandboxConversation _conversation;
    private readonly DeterministicRandom _random;
    private readonly long _present;
    private long _at;

    public PartTimeline(SandboxConversation conversation, DeterministicRandom random, long present)
    {
        _conversation = conversation;
        _random = random;
        _present = present;
        _at = conversation.CreatedAtUnix;
    }

    public List<SandboxPart> Parts { get; } = [];

    public string State { get; set; } = "open";

    /// <summary>Goes forward by up to <paramref name="seconds"/>, less where the present is near.</summary>
    public void Wait(int seconds) => _at += Math.Min(_random.Next(1, seconds), (_present - _at) / 8);

    public void Event(string type, SandboxAuthor author, string? attribute = null, string? value = null)
        => Parts.Add(new SandboxPart(NextId(), type, _at, author, null, State) { EventAttribute = attribute, EventValue = value });

    public void Assign(SandboxAuthor author, string assigneeType, string assigneeId, SandboxText? text)
        => Parts.Add(new SandboxPart(NextId(), "assignment", _at, author, text, State)
        {
            AssignedToType = assigneeType,
            AssignedToId = assigneeId,
        });

    public void Message(string type, SandboxAuthor author, SandboxText? text)
    {
        bool redacted = type == "comment" && _random.Chance(0.01);
        Parts.Add(new SandboxPart(NextId(), type, _at, author, redacted ? null : text, State)
        {
            Redacted = redacted,
            Attachments = !redacted && text is not null && _random.Chance(0.04) ? Attachment() : [],
        });
    }

    private SandboxAttachment[] Attachment()
    {
        int number = _random.Next(1000, 9999);
        return [new($"screenshot {number}.png", $"https://downloads.example.com/i/o/{number}/screenshot%20{number}.png", "image/png", number * 37)];
    }

    private long NextId() => PartGenerator.FirstPartId(_conversation) + Parts.Count;
}
