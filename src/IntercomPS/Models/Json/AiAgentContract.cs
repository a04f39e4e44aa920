namespace IntercomPS.Models.Json;

/// <summary>The AI agent's part as the API writes it.</summary>
internal sealed class AiAgentContract
{
    public string? SourceType { get; set; }
    public string? SourceTitle { get; set; }
    public string? LastAnswerType { get; set; }
    public string? ResolutionState { get; set; }
    public long? Rating { get; set; }
    public string? RatingRemark { get; set; }
    public long? CreatedAt { get; set; }
    public long? UpdatedAt { get; set; }
}
