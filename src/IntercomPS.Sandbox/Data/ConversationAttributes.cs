using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>The custom attributes of conversations: the names as people write them, spaces and capitals included.</summary>
internal static class ConversationAttributes
{
    public const string CxScore = "CX Score rating";
    public const string CxScoreExplanation = "CX Score explanation";
    public const string OrderNumber = "Order Number";
    public const string RefundAmount = "Refund Amount";
    public const string IsVip = "Is VIP?";
    public const string DueDate = "Due Date";
    public const string Topic = "Topic (AI)";
    public const string ExternalScore = "External score";

    private static readonly object[] Scores = [1L, 2L, 3L, 4L, 5L];
    private static readonly string[] Topics = ["Billing", "Shipping", "Login & Access", "Bug", "Feature request"];

    /// <summary>What an attribute holds; null where the workspace has no such attribute. Only those that it has can be written.</summary>
    public static AttributeType? TypeOf(string name) => name switch
    {
        CxScore or DueDate or ExternalScore => AttributeType.Whole,
        RefundAmount => AttributeType.Number,
        IsVip => AttributeType.Flag,
        CxScoreExplanation or OrderNumber or Topic => AttributeType.Text,
        _ => null,
    };

    /// <summary>Draws the attributes of one conversation.</summary>
    public static KeyValuePair<string, object>[] Draw(DeterministicRandom random, bool scored, long createdAt)
    {
        var attributes = new List<KeyValuePair<string, object>>(4);
        if (scored)
        {
            attributes.Add(new(CxScore, Scores[random.Next(Scores.Length)]));
            attributes.Add(new(CxScoreExplanation, random.Pick(TextLibrary.CxExplanations)));
        }

        if (random.Chance(0.5))
        {
            attributes.Add(new(Topic, random.Pick(Topics)));
        }

        if (random.Chance(0.2))
        {
            attributes.Add(new(OrderNumber, $"ORD-{random.Next(10000, 99999)}"));
        }

        if (random.Chance(0.1))
        {
            attributes.Add(new(RefundAmount, random.Next(100, 20000) / 100.0));
        }

        if (random.Chance(0.15))
        {
            attributes.Add(new(IsVip, random.Chance(0.5)));
        }

        if (random.Chance(0.05))
        {
            attributes.Add(new(DueDate, createdAt + (86400L * random.Next(1, 30))));
        }

        return attributes.ToArray();
    }
}
