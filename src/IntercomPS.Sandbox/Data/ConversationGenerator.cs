using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Sandbox.Data;

/// <summary>Makes one conversation from the seed and its index.</summary>
internal sealed class ConversationGenerator
{
    private const int HostileEvery = 31;
    private const int HostileOffset = 11;

    private static readonly string[] Channels = ["email", "email", "email", "whatsapp", "facebook", "instagram", "sms", "phone_call", "twitter", "push"];
    private static readonly string[] Levels = ["low", "medium", "high", "urgent"];
    private static readonly string[] SlaStatuses = ["hit", "hit", "missed", "active"];
    private static readonly string[] Resolutions = ["assumed_resolution", "confirmed_resolution", "escalated", "negative_feedback"];
    private static readonly string[] Pages = ["https://app.example.com/", "https://app.example.com/settings/billing?tab=invoices", "https://www.example.com/pricing"];

    private readonly int _seed;
    private readonly WorkspaceCast _cast;
    private readonly long _present;
    private readonly PartGenerator _parts;

    public ConversationGenerator(int seed, WorkspaceCast cast, long present, PartGenerator parts)
    {
        _seed = seed;
        _cast = cast;
        _present = present;
        _parts = parts;
    }

    /// <summary>Whether no conversation is scored.</summary>
    public bool WithoutCxScores { get; init; }

    public SandboxConversation Generate(int index, long createdAt)
    {
        var random = new DeterministicRandom(_seed, index);
        SandboxContact contact = random.Pick(_cast.Contacts);
        bool isLong = index == _parts.LongConversationIndex;
        SandboxSource source = DrawSource(random, index, contact, isLong);
        bool outbound = source.DeliveredAs == "automated";
        string state = outbound ? "open" : DrawState(random);
        bool rated = state == "closed" && random.Chance(0.35);
        bool assigned = !outbound && random.Chance(0.8);
        bool hasTeam = !outbound && random.Chance(0.6);
        var conversation = new SandboxConversation(Id(index), index, createdAt, source, contact)
        {
            State = state,
            Read = random.Chance(0.6),
            Title = random.Chance(0.5) ? random.Pick(contact.Locale.Subjects) : null,
            Priority = random.Chance(0.12) ? random.Pick(Levels) : "none",
            AdminAssignee = assigned ? random.Pick(_cast.Admins) : null,
            TeamAssignee = hasTeam ? random.Pick(_cast.Teams) : null,
            Tags = DrawTags(random),
            SlaStatus = random.Chance(0.3) ? random.Pick(SlaStatuses) : null,
            AiAgent = !outbound && random.Chance(0.35) ? DrawAiAgent(random) : null,
            Attributes = DrawAttributes(random, state, createdAt),
            RatingDrawn = rated ? random.Next(1, 6) : null,
            RemarkDrawn = rated && random.Chance(0.5) ? random.Pick(contact.Locale.Remarks) : null,
            SnoozedUntilUnix = state == "snoozed" ? _present + random.Next(3600, 7 * 86400) : null,
        };
        if (random.Chance(0.02))
        {
            SandboxContact second = random.Pick(_cast.Contacts);
            conversation.Contacts = second == contact ? [contact] : [contact, second];
        }

        DerivedFields.Update(conversation, _parts.Generate(conversation), _cast);
        return conversation;
    }

    /// <summary>Fifteen digits, increasing with the index, with gaps.</summary>
    internal static string Id(int index) => (215_468_000_000_000L + (index * 1009L) + (index * 37 % 997)).ToString(CultureInfo.InvariantCulture);

    private SandboxSource DrawSource(DeterministicRandom random, int index, SandboxContact contact, bool isLong)
    {
        bool isHostile = index % HostileEvery == HostileOffset;
        double share = isLong || isHostile ? 0 : DeterministicRandom.ToShare(random.NextUInt64());
        (string deliveredAs, SandboxAuthor author) = share switch
        {
            < 0.80 => ("customer_initiated", contact.Author),
            < 0.90 => ("admin_initiated", random.Pick(_cast.Admins).Author),
            < 0.98 => ("operator_initiated", _cast.Bot),
            _ => ("automated", random.Pick(_cast.Admins).Author),
        };
        bool byContact = author.IsContact;
        string type = byContact && random.Chance(0.45) ? random.Pick(Channels) : "conversation";
        SandboxText text = byContact ? random.Pick(contact.Locale.Openers) : TextLibrary.Outbound;
        if (isHostile)
        {
            text = TextLibrary.Hostile[index / HostileEvery % TextLibrary.Hostile.Count];
        }

        return new SandboxSource(type, deliveredAs, author, text)
        {
            Number = 2_500_000_000L + index,
            Subject = type == "email" ? random.Pick(contact.Locale.Subjects) : string.Empty,
            Url = type == "conversation" && byContact ? random.Pick(Pages) : null,
            Attachments = random.Chance(0.03) ? [new("invoice.pdf", "https://downloads.example.com/i/o/1/invoice.pdf", "application/pdf", 48213)] : [],
        };
    }

    /// <summary>Without scores, all the rest of the workspace stays the same.</summary>
    private KeyValuePair<string, object>[] DrawAttributes(DeterministicRandom random, string state, long createdAt)
    {
        KeyValuePair<string, object>[] drawn = ConversationAttributes.Draw(random, state == "closed" && random.Chance(0.5), createdAt);
        return WithoutCxScores ? Array.FindAll(drawn, a => a.Key is not (ConversationAttributes.CxScore or ConversationAttributes.CxScoreExplanation)) : drawn;
    }

    private static string DrawState(DeterministicRandom random) => DeterministicRandom.ToShare(random.NextUInt64()) switch
    {
        < 0.65 => "closed",
        < 0.90 => "open",
        _ => "snoozed",
    };

    private SandboxTag[] DrawTags(DeterministicRandom random)
    {
        int count = random.Next(3) * random.Next(3) / 2;
        return count == 0 ? [] : Enumerable.Range(0, count).Select(_ => random.Pick(_cast.Tags)).Distinct().ToArray();
    }

    private static SandboxAiAgent DrawAiAgent(DeterministicRandom random)
    {
        bool answered = random.Chance(0.7);
        bool rated = answered && random.Chance(0.3);
        bool setup = random.Chance(0.1);
        return new SandboxAiAgent
        {
            SourceType = setup ? "essentials_plan_setup" : "workflow",
            SourceTitle = setup ? null : "Fin over email",
            LastAnswerType = !answered ? null : random.Chance(0.8) ? "ai_answer" : "custom_answer",
            ResolutionState = answered ? random.Pick(Resolutions) : null,
            Rating = rated ? random.Next(1, 6) : null,
            RatingRemark = rated && random.Chance(0.3) ? "Very helpful!" : null,
        };
    }
}
