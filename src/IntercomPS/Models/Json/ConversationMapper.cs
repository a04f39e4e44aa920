using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace IntercomPS.Models.Json;

/// <summary>Turns what the API wrote into the objects that leave the module.</summary>
internal static class ConversationMapper
{
    private const string CxScoreAttribute = "CX Score rating";
    private const int MaximumParts = 500; // the most that one answer holds (schema conversation_parts, API 2.15)
    private const string CxScoreExplanationAttribute = "CX Score explanation";

    /// <summary>Maps one conversation.</summary>
    /// <param name="contract">The conversation as the API wrote it.</param>
    /// <returns>The conversation as the module's users see it.</returns>
    public static Conversation Map(ConversationContract contract)
    {
        string id = contract.Id ?? string.Empty;
        Reference[] contacts = MapList(contract.Contacts?.Contacts, ModelMapper.ToReference);
        ConversationSource? source = ModelMapper.ToSource(contract.Source);
        Tag[] tags = MapList(contract.Tags?.Tags, ModelMapper.ToTag);
        string? contactId = ContactIdOf(source, contacts);

        return new Conversation
        {
            Id = id,
            Title = contract.Title,
            CreatedAt = UnixTime.ToTime(contract.CreatedAt) ?? DateTimeOffset.MinValue,
            UpdatedAt = UnixTime.ToTime(contract.UpdatedAt) ?? DateTimeOffset.MinValue,
            WaitingSince = UnixTime.ToTime(contract.WaitingSince),
            SnoozedUntil = UnixTime.ToTime(contract.SnoozedUntil),
            Open = contract.Open ?? contract.State == "open",
            State = contract.State ?? string.Empty,
            Read = contract.Read ?? false,
            Priority = contract.Priority,
            AdminAssigneeId = Assigned(contract.AdminAssigneeId),
            TeamAssigneeId = Assigned(contract.TeamAssigneeId),
            Company = ModelMapper.ToCompany(contract.Company),
            Tags = Array.ConvertAll(tags, tag => tag.Name ?? string.Empty),
            TagDetails = tags,
            ConversationRating = ModelMapper.ToRating(contract.ConversationRating),
            CxScore = CxScoreOf(contract.CustomAttributes),
            CxScoreExplanation = AttributeOf(contract.CustomAttributes, CxScoreExplanationAttribute) as string,
            Source = source,
            Contacts = contacts,
            ContactId = contactId,
            ContactEmail = EmailOf(source, contactId),
            Teammates = MapList(contract.Teammates?.Teammates, ModelMapper.ToReference),
            CustomAttributes = contract.CustomAttributes is { } attributes
                ? new ReadOnlyDictionary<string, object?>(attributes)
                : Conversation.NoAttributes,
            FirstContactReplyAt = UnixTime.ToTime(contract.FirstContactReply?.CreatedAt),
            SlaApplied = ModelMapper.ToSla(contract.SlaApplied),
            Statistics = StatisticsMapper.Map(contract.Statistics),
            AiAgentParticipated = contract.AiAgentParticipated,
            AiAgent = ModelMapper.ToAiAgent(contract.AiAgent),
            LinkedObjects = MapList(contract.LinkedObjects?.Data, ModelMapper.ToReference),
            Parts = MapList(contract.ConversationParts?.ConversationParts, part => ModelMapper.ToPart(part, id)),
            HasParts = contract.ConversationParts is not null,
            MissingPartCount = MissingPartsOf(contract),
        };
    }

    /// <summary>Maps a list of the API, which may be missing, to an array, which never is.</summary>
    /// <typeparam name="TContract">The items as the API wrote them.</typeparam>
    /// <typeparam name="T">The items as users see them.</typeparam>
    /// <param name="contracts">The API's list.</param>
    /// <param name="map">The mapping of one item.</param>
    /// <returns>The mapped items, in the same order.</returns>
    public static T[] MapList<TContract, T>(List<TContract>? contracts, Func<TContract, T> map)
    {
        if (contracts is null || contracts.Count == 0)
        {
            return Array.Empty<T>();
        }

        var mapped = new T[contracts.Count];
        for (int index = 0; index < mapped.Length; index++)
        {
            mapped[index] = map(contracts[index]);
        }

        return mapped;
    }

    /// <summary>Unassigned is null up to API 2.15, 0 in 2.16 and "0" in some examples.</summary>
    private static string? Assigned(string? id) => id is null or "" or "0" ? null : id;

    private static string? ContactIdOf(ConversationSource? source, Reference[] contacts)
    {
        string? authorId = source?.Author is { IsContact: true } author ? author.Id : null;
        if (authorId is not null && (contacts.Length == 0 || Array.Exists(contacts, contact => contact.Id == authorId)))
        {
            return authorId;
        }

        return contacts.Length > 0 ? contacts[0].Id : null;
    }

    private static string? EmailOf(ConversationSource? source, string? contactId) =>
        source?.Author is { IsContact: true } author && author.Id == contactId && !string.IsNullOrEmpty(author.Email)
            ? author.Email
            : null;

    private static object? AttributeOf(Dictionary<string, object?>? attributes, string name) =>
        attributes is not null && attributes.TryGetValue(name, out object? value) ? value : null;

    private static int? CxScoreOf(Dictionary<string, object?>? attributes) =>
        AttributeOf(attributes, CxScoreAttribute) switch
        {
            long score and >= 1 and <= 5 => (int)score,
            double score and >= 1 and <= 5 => (int)score,
            string text when int.TryParse(text, out int score) && score is >= 1 and <= 5 => score,
            _ => null,
        };

    private static int? MissingPartsOf(ConversationContract contract)
    {
        if (contract.ConversationParts is not { } parts)
        {
            return null;
        }

        long received = parts.ConversationParts?.Count ?? 0;
        // The statistic may count what is no part and lag behind, so it is asked only where parts can have been cut.
        long counted = received >= MaximumParts ? contract.Statistics?.CountConversationParts ?? 0 : 0;
        return (int)Math.Min(int.MaxValue, Math.Max(0, Math.Max(parts.TotalCount ?? 0, counted) - received));
    }
}
