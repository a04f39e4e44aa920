using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>Derives a conversation's statistics from its first message and its parts; office hours are not subtracted.</summary>
internal sealed class StatisticsCalculator
{
    private readonly SandboxStatistics _statistics;
    private readonly List<int> _waits = [];
    private long? _contactWaitsSince;
    private bool _assignmentAwaitsReply;

    private StatisticsCalculator(SandboxConversation conversation)
        => _statistics = new SandboxStatistics { StartedAtUnix = conversation.CreatedAtUnix };

    public static SandboxStatistics Calculate(SandboxConversation conversation, IReadOnlyList<SandboxPart> parts)
    {
        var calculator = new StatisticsCalculator(conversation);
        if (conversation.Source.Author.IsContact)
        {
            calculator.AddContactReply(conversation.CreatedAtUnix);
        }

        foreach (SandboxPart part in parts)
        {
            calculator.Add(part);
        }

        return calculator.Finish(parts.Count);
    }

    private void Add(SandboxPart part)
    {
        long at = part.CreatedAtUnix;
        if (part.AssignedToId is not null)
        {
            _statistics.CountAssignments++;
            _statistics.FirstAssignmentAtUnix ??= at;
            _statistics.LastAssignmentAtUnix = at;
            _statistics.LastAssignmentAdminReplyAtUnix = null;
            _assignmentAwaitsReply = true;
        }

        if (part.IsReply && part.Author.IsContact)
        {
            AddContactReply(at);
        }
        else if (part.IsReply && part.Author.IsAdmin)
        {
            AddAdminReply(at);
        }

        if (part.PartType == "close")
        {
            _statistics.FirstCloseAtUnix ??= at;
            _statistics.LastCloseAtUnix = at;
            _statistics.LastClosedById = part.Author.IsAdmin ? part.Author.Id : null;
        }
        else if (part.PartType is "open" or "assign_and_reopen" or "note_and_reopen")
        {
            _statistics.CountReopens++;
        }
    }

    private void AddContactReply(long at)
    {
        _statistics.FirstContactReplyAtUnix ??= at;
        _statistics.LastContactReplyAtUnix = at;
        _contactWaitsSince ??= at;
    }

    private void AddAdminReply(long at)
    {
        _statistics.LastAdminReplyAtUnix = at;
        if (_statistics.FirstContactReplyAtUnix is not null)
        {
            _statistics.FirstAdminReplyAtUnix ??= at;
        }

        if (_assignmentAwaitsReply)
        {
            _statistics.LastAssignmentAdminReplyAtUnix = at;
            _assignmentAwaitsReply = false;
        }

        if (_contactWaitsSince is long since)
        {
            _waits.Add((int)(at - since));
            _contactWaitsSince = null;
        }
    }

    private SandboxStatistics Finish(int parts)
    {
        _statistics.CountConversationParts = parts;
        if (_waits.Count > 0)
        {
            _waits.Sort();
            _statistics.MedianTimeToReply = _waits[_waits.Count / 2];
        }

        return _statistics;
    }
}
