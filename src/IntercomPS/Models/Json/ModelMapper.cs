using System;

namespace IntercomPS.Models.Json;

/// <summary>Turns the smaller objects of the API into those that leave the module.</summary>
internal static class ModelMapper
{
    public static Reference ToReference(ReferenceContract contract) =>
        new() { Type = contract.Type, Id = contract.Id, ExternalId = contract.ExternalId };

    public static Tag ToTag(TagContract contract) => new()
    {
        Id = contract.Id,
        Name = contract.Name,
        AppliedAt = UnixTime.ToTime(contract.AppliedAt),
        AppliedById = contract.AppliedBy?.Id,
    };

    public static Company? ToCompany(CompanyContract? contract) => contract is null
        ? null
        : new Company { Id = contract.Id, CompanyId = contract.CompanyId, Name = contract.Name };

    public static SlaApplied? ToSla(SlaContract? contract) => contract is null
        ? null
        : new SlaApplied { Name = contract.SlaName, Status = contract.SlaStatus };

    public static Author? ToAuthor(AuthorContract? contract) => contract is null
        ? null
        : new Author
        {
            Type = contract.Type,
            Id = contract.Id,
            Name = contract.Name,
            Email = contract.Email,
            FromAiAgent = contract.FromAiAgent,
        };

    public static Attachment ToAttachment(AttachmentContract contract) => new()
    {
        Name = contract.Name,
        Url = contract.Url,
        ContentType = contract.ContentType,
        FileSize = contract.Filesize,
    };

    public static ConversationRating? ToRating(RatingContract? contract) => contract is null
        ? null
        : new ConversationRating
        {
            Rating = contract.Rating is >= 1 and <= 5 ? (int)contract.Rating.Value : null,
            Remark = contract.Remark,
            RequestedAt = UnixTime.ToTime(contract.CreatedAt),
            UpdatedAt = UnixTime.ToTime(contract.UpdatedAt),
            Contact = contract.Contact is { } contact ? ToReference(contact) : null,
            Teammate = contract.Teammate is { } teammate ? ToReference(teammate) : null,
        };

    public static ConversationSource? ToSource(SourceContract? contract) => contract is null
        ? null
        : new ConversationSource
        {
            Type = contract.Type,
            Id = contract.Id,
            DeliveredAs = contract.DeliveredAs,
            Subject = contract.Subject,
            Body = contract.Body,
            Author = ToAuthor(contract.Author),
            Url = contract.Url,
            Redacted = contract.Redacted,
            Attachments = ConversationMapper.MapList(contract.Attachments, ToAttachment),
        };

    public static AiAgent? ToAiAgent(AiAgentContract? contract) => contract is null
        ? null
        : new AiAgent
        {
            SourceType = contract.SourceType,
            SourceTitle = contract.SourceTitle,
            LastAnswerType = contract.LastAnswerType,
            ResolutionState = contract.ResolutionState,
            Rating = UnixTime.ToCount(contract.Rating),
            RatingRemark = contract.RatingRemark,
            CreatedAt = UnixTime.ToTime(contract.CreatedAt),
            UpdatedAt = UnixTime.ToTime(contract.UpdatedAt),
        };

    public static ConversationPart ToPart(PartContract contract, string conversationId) => new()
    {
        ConversationId = conversationId,
        Id = contract.Id ?? string.Empty,
        PartType = contract.PartType,
        Body = contract.Body,
        CreatedAt = UnixTime.ToTime(contract.CreatedAt),
        UpdatedAt = UnixTime.ToTime(contract.UpdatedAt),
        NotifiedAt = UnixTime.ToTime(contract.NotifiedAt),
        Author = ToAuthor(contract.Author),
        AssignedTo = contract.AssignedTo is { } assignee ? ToReference(assignee) : null,
        Attachments = ConversationMapper.MapList(contract.Attachments, ToAttachment),
        ExternalId = contract.ExternalId,
        Redacted = contract.Redacted,
        State = contract.State,
        Tags = contract.Tags is { } tags ? tags.ToArray() : Array.Empty<string>(),
    };
}
