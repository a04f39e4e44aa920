using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Tests.Export;

/// <summary>Conversations made by hand, with known values in every field that an export reads.</summary>
internal static class ConversationSamples
{
    public static DateTimeOffset Created { get; } = new(2025, 1, 15, 10, 30, 0, TimeSpan.Zero);

    public static DateTimeOffset Closed { get; } = new(2025, 1, 15, 14, 20, 0, TimeSpan.Zero);

    public static Conversation Bare(string id) => new() { Id = id, CreatedAt = Created, UpdatedAt = Created, State = "open", Open = true };

    public static Conversation WithBody(string? body, string? remark = null, string[]? tags = null) => new()
    {
        Id = "1",
        CreatedAt = Created,
        UpdatedAt = Created,
        State = "open",
        Source = new ConversationSource { Body = body },
        ConversationRating = new ConversationRating { Rating = 3, Remark = remark },
        Tags = tags ?? [],
    };

    public static Conversation WithState(string state, ConversationStatistics? statistics) => new()
    {
        Id = "1",
        CreatedAt = Created,
        UpdatedAt = Created,
        State = state,
        Statistics = statistics,
    };

    public static Conversation OfContact(string id, string? contactId, string? email = null) =>
        new() { Id = id, CreatedAt = Created, State = "open", ContactId = contactId, ContactEmail = email };

    public static Conversation WithParts(params ConversationPart[] parts) => new()
    {
        Id = "77",
        CreatedAt = Created,
        State = "open",
        Source = new ConversationSource { Body = "<p>First</p>" },
        Parts = parts,
        HasParts = true,
        MissingPartCount = 2,
    };

    public static ConversationPart Part(string id, string type, string? body, string? authorType) => new()
    {
        ConversationId = "77",
        Id = id,
        PartType = type,
        Body = body,
        CreatedAt = Created,
        Author = authorType is null ? null : new Author { Type = authorType, Id = "9", Name = "=Eve", Email = "eve@example.com" },
    };

    public static Conversation Complete() => new()
    {
        Id = "123",
        ContactId = "456",
        ContactEmail = "user@company.example",
        Company = new Company { Id = "789", Name = "Müller & Söhne" },
        CreatedAt = Created,
        UpdatedAt = Closed,
        State = "closed",
        Title = "Export",
        Priority = "not_priority",
        Read = true,
        AdminAssigneeId = "11",
        Tags = ["bug", "billing"],
        ConversationRating = new ConversationRating { Rating = 3, Remark = "Took a while to resolve", RequestedAt = Closed },
        CxScore = 4,
        Source = new ConversationSource { Type = "email", Subject = "<p>It &amp; that</p>", Body = "<p>I can&#39;t export my data...</p>" },
        Statistics = new ConversationStatistics
        {
            LastCloseAt = Closed,
            TimeToAdminReply = TimeSpan.FromSeconds(120),
            TimeToLastClose = TimeSpan.FromSeconds(13800),
            CountConversationParts = 8,
            LastClosedById = "11",
        },
        AiAgentParticipated = false,
        CustomAttributes = new Dictionary<string, object?> { ["Plan \"A\""] = "größer", ["Seats"] = 12L, ["Beta"] = true, ["None"] = null },
    };

    public static IEnumerable<Conversation> Many(int count) => Enumerable.Range(1, count).Select(number => Bare($"{number}"));
}
