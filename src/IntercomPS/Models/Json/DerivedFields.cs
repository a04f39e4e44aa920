using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;

namespace IntercomPS.Models.Json;

/// <summary>The fields of a conversation that follow from others.</summary>
internal static class DerivedFields
{
    private const string CxScoreAttribute = "CX Score rating";
    private const string CxScoreExplanationAttribute = "CX Score explanation";
    private const int MaximumParts = 500; // the most that one answer holds (schema conversation_parts, API 2.15)

    /// <summary>Fills in what follows from several fields, whose order in the answer is not promised.</summary>
    /// <param name="conversation">The conversation, read to its end.</param>
    /// <param name="totalParts">How many parts the answer says there are; null where it does not.</param>
    [MethodImpl(HotPath.Optimized)]
    public static void Complete(Conversation conversation, long? totalParts)
    {
        conversation.ContactId = ContactIdOf(conversation.Source, conversation.Contacts);
        conversation.ContactEmail = EmailOf(conversation.Source, conversation.ContactId);
        if (!conversation.HasParts)
        {
            return;
        }

        conversation.TotalPartCount = totalParts;
        conversation.MissingPartCount = MissingPartsOf(conversation, totalParts ?? 0);
        foreach (ConversationPart part in conversation.Parts)
        {
            part.ConversationId = conversation.Id;
        }
    }

    /// <summary>Marks all bodies of a conversation as plain text, as display_as=plaintext makes them.</summary>
    /// <param name="conversation">The conversation.</param>
    public static void MarkPlaintext(Conversation conversation)
    {
        if (conversation.Source is { } source)
        {
            source.IsPlaintext = true;
        }

        foreach (ConversationPart part in conversation.Parts)
        {
            part.IsPlaintext = true;
        }
    }

    /// <summary>Unassigned is null up to API 2.15, 0 in 2.16 and "0" in some examples.</summary>
    /// <param name="id">The assignee's id as the API writes it.</param>
    /// <returns>The id; null when unassigned.</returns>
    public static string? Assigned(string? id) => id is null or "" or "0" ? null : id;

    /// <summary>The CX score among the attributes (API 2.14).</summary>
    /// <param name="attributes">The attributes.</param>
    /// <returns>1 to 5; null when not scored.</returns>
    public static int? CxScoreOf(Dictionary<string, object?> attributes) =>
        attributes.TryGetValue(CxScoreAttribute, out object? value)
            ? value switch
            {
                long score and >= 1 and <= 5 => (int)score,
                double score and >= 1 and <= 5 when score == Math.Floor(score) => (int)score,
                string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int score) && score is >= 1 and <= 5 => score,
                _ => null,
            }
            : null;

    /// <summary>The CX score's explanation among the attributes (API 2.14).</summary>
    /// <param name="attributes">The attributes.</param>
    /// <returns>The explanation; null when not scored.</returns>
    public static string? CxScoreExplanationOf(Dictionary<string, object?> attributes) =>
        attributes.TryGetValue(CxScoreExplanationAttribute, out object? value) ? value as string : null;

    [MethodImpl(HotPath.Optimized)]
    private static string? ContactIdOf(ConversationSource? source, IReadOnlyList<Reference> contacts)
    {
        string? authorId = source?.Author is { IsContact: true } author ? author.Id : null;
        if (authorId is not null && (contacts.Count == 0 || contacts.Any(contact => contact.Id == authorId)))
        {
            return authorId;
        }

        return contacts.Count > 0 ? contacts[0].Id : null;
    }

    private static string? EmailOf(ConversationSource? source, string? contactId) =>
        source?.Author is { IsContact: true } author && author.Id == contactId && !string.IsNullOrEmpty(author.Email)
            ? author.Email
            : null;

    /// <summary>The statistic may count what is no part and lag behind, so it is asked only where parts can have been cut.</summary>
    private static int MissingPartsOf(Conversation conversation, long total)
    {
        int received = conversation.Parts.Count;
        long counted = received >= MaximumParts ? conversation.Statistics?.CountConversationParts ?? 0 : 0;
        return (int)Math.Min(int.MaxValue, Math.Max(0, Math.Max(total, counted) - received));
    }
}
