using System.Collections.Generic;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Fields;

/// <summary>How a conversation ended: the customer's rating, the AI agent's part, the CX score, the close.</summary>
internal static class ConversationOutcomeFields
{
    /// <summary>The AI-made score.</summary>
    public static ConversationField CxScore { get; } =
        new("cx_score", FieldKind.Integer) { Read = row => FieldValue.Of(row.CxScore), ServerField = null, Greatest = 5 };

    /// <summary>The AI's explanation of it.</summary>
    public static ConversationField CxScoreExplanation { get; } =
        new("cx_score_explanation", FieldKind.Text) { Read = row => row.CxScoreExplanation, ServerField = null };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<ConversationField> All { get; } =
    [
        new("conversation_rating.requested_at", FieldKind.Time) { Read = row => FieldValue.Of(row.ConversationRating?.RequestedAt), Aliases = ["rating_requested_at"] },

        // Conversations tell when a rating last changed, which is not when it was given.
        new("conversation_rating.replied_at", FieldKind.Time) { Aliases = ["rating_replied_at"] },
        new("conversation_rating.score", FieldKind.Integer) { Read = row => FieldValue.Of(row.Rating), Aliases = ["rating", "conversation_rating.rating"], Greatest = 5 },
        new("conversation_rating.remark", FieldKind.Text) { Read = row => row.RatingRemark, Aliases = ["rating_remark"] },
        new("conversation_rating.contact_id", FieldKind.Id) { Read = row => row.ConversationRating?.Contact?.Id, Aliases = ["rating_contact_id"] },
        new("conversation_rating.admin_d", FieldKind.Id)
        {
            // Intercom's own spelling; the last ones are what a person would write.
            Read = row => row.ConversationRating?.Teammate?.Id, Aliases = ["conversation_rating.admin_id", "rating_admin_id"],
        },
        new("ai_agent_participated", FieldKind.Boolean) { Read = row => row.AiAgentParticipated },
        new("ai_agent.resolution_state", FieldKind.Word) { Read = row => row.AiAgent?.ResolutionState },
        new("ai_agent.last_answer_type", FieldKind.Word) { Read = row => row.AiAgent?.LastAnswerType },
        new("ai_agent.rating", FieldKind.Integer) { Read = row => FieldValue.Of(row.AiAgent?.Rating), Greatest = 5 },
        new("ai_agent.rating_remark", FieldKind.Text) { Read = row => row.AiAgent?.RatingRemark },
        new("ai_agent.source_type", FieldKind.Word) { Read = row => row.AiAgent?.SourceType },
        new("ai_agent.source_title", FieldKind.Text) { Read = row => row.AiAgent?.SourceTitle },
        CxScore,
        CxScoreExplanation,
        Closed("closed_at", ConversationStatisticsFields.LastCloseAt),
        Closed("time_to_resolution", ConversationStatisticsFields.TimeToLastClose, "time_to_resolution_seconds"),
    ];

    private static ConversationField Closed(string name, ConversationField target, params string[] aliases) => new(name, target.Kind)
    {
        ServerField = null,
        Aliases = aliases,
        Target = target,
        OnlyWhere = new Comparison(ConversationOwnFields.State, ComparisonOperator.EqualTo, ["closed"]),
        Read = row => row.State == "closed" ? target.Read!(row) : null,
    };
}
