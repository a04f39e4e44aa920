using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>Makes the parts of a conversation from the seed: the same ones each time, so that they need not be kept.</summary>
internal sealed class PartGenerator
{
    /// <summary>The type of the part that tells of a customer's rating.</summary>
    public const string RatingChanged = "conversation_rating_changed";

    private const long PartStream = 1L << 40;
    private const int RoundsOfLongConversation = 640;

    private readonly int _seed;
    private readonly long _present;
    private readonly SandboxAuthor _bot;
    private readonly IReadOnlyList<SandboxAdmin> _admins;

    public PartGenerator(int seed, long present, SandboxAuthor bot, IReadOnlyList<SandboxAdmin> admins)
    {
        _seed = seed;
        _present = present;
        _bot = bot;
        _admins = admins;
    }

    /// <summary>The index of the one conversation with more than 500 parts; null in a workspace of fewer than 50.</summary>
    public int? LongConversationIndex { get; init; }

    /// <summary>The id of a conversation's first part; each conversation has room for 100,000.</summary>
    public static long FirstPartId(SandboxConversation conversation) => 27_000_000_000L + (conversation.Index * 100_000L);

    public List<SandboxPart> Generate(SandboxConversation conversation)
    {
        var random = new DeterministicRandom(_seed, PartStream + conversation.Index);
        var timeline = new PartTimeline(conversation, random, _present);
        bool outboundOnly = conversation.Source.DeliveredAs == "automated";
        if (outboundOnly)
        {
            return timeline.Parts;
        }

        SandboxAuthor contact = conversation.Contacts[0].Author;
        SandboxAdmin teammate = conversation.AdminAssignee ?? random.Pick(_admins);
        SandboxAuthor admin = teammate.Author;

        Open(timeline, conversation, random, contact, admin);
        int rounds = conversation.Index == LongConversationIndex ? RoundsOfLongConversation : random.Next(4) * random.Next(3);
        for (int round = 0; round <= rounds; round++)
        {
            Exchange(timeline, conversation, random, contact, admin);
        }

        End(timeline, conversation, random, contact, admin);
        return timeline.Parts;
    }

    private void Open(PartTimeline timeline, SandboxConversation conversation, DeterministicRandom random, SandboxAuthor contact, SandboxAuthor admin)
    {
        if (conversation.AiAgent is SandboxAiAgent agent)
        {
            timeline.Wait(20);
            timeline.Event("language_detection_details", _bot);
            if (agent.LastAnswerType is not null)
            {
                timeline.Message("comment", _bot, TextLibrary.AiAnswer);
                timeline.Wait(600);
                timeline.Message("comment", contact, random.Pick(conversation.Contacts[0].Locale.ContactReplies));
            }
        }

        if (conversation.TeamAssignee is SandboxTeam team)
        {
            timeline.Wait(300);
            timeline.Assign(_bot, "team", team.Id, null);
        }

        if (conversation.AdminAssignee is SandboxAdmin assignee)
        {
            timeline.Wait(1800);
            SandboxText? text = random.Chance(0.15) ? random.Pick(conversation.Contacts[0].Locale.AdminReplies) : null;
            timeline.Assign(admin, "admin", assignee.Id, text);
        }
    }

    private void Exchange(PartTimeline timeline, SandboxConversation conversation, DeterministicRandom random, SandboxAuthor contact, SandboxAuthor admin)
    {
        TextLocale locale = conversation.Contacts[0].Locale;
        if (conversation.AdminAssignee is not null || conversation.State == "closed")
        {
            timeline.Wait(7200);
            timeline.Message(random.Chance(0.05) ? "quick_reply" : "comment", admin, random.Pick(locale.AdminReplies));
        }

        if (random.Chance(0.7))
        {
            timeline.Wait(14400);
            timeline.Message("comment", contact, random.Pick(locale.ContactReplies));
        }

        if (random.Chance(0.12))
        {
            timeline.Message("note", random.Pick(_admins).Author, random.Pick(TextLibrary.Notes));
        }

        if (random.Chance(0.1))
        {
            timeline.Event("conversation_attribute_updated_by_admin", admin, ConversationAttributes.Topic, "Billing");
        }
    }

    private static void End(PartTimeline timeline, SandboxConversation conversation, DeterministicRandom random, SandboxAuthor contact, SandboxAuthor admin)
    {
        TextLocale locale = conversation.Contacts[0].Locale;
        if (conversation.State != "open" && random.Chance(0.2))
        {
            Close(timeline, random, locale, admin);
            timeline.Wait(86400);
            timeline.State = "open";
            timeline.Message("open", contact, random.Pick(locale.ContactReplies));
        }

        if (conversation.State == "closed")
        {
            timeline.Wait(86400);
            Close(timeline, random, locale, admin);
        }
        else if (conversation.State == "snoozed")
        {
            timeline.Wait(3600);
            timeline.State = "snoozed";
            timeline.Event("snoozed", admin);
        }

        if (conversation.RatingDrawn is int rating)
        {
            timeline.Wait(3600);
            timeline.Event(RatingChanged, contact, "rating", rating.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (conversation.RemarkDrawn is not null)
            {
                timeline.Event("conversation_rating_remark_added", contact);
            }
        }
    }

    private static void Close(PartTimeline timeline, DeterministicRandom random, TextLocale locale, SandboxAuthor admin)
    {
        timeline.State = "closed";
        timeline.Message("close", admin, random.Chance(0.4) ? random.Pick(locale.Closings) : null);
    }
}
