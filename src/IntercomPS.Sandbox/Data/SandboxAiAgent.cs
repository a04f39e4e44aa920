namespace IntercomPS.Sandbox;

/// <summary>What the AI agent did in a conversation.</summary>
public sealed class SandboxAiAgent
{
    /// <summary><c>workflow</c>, <c>profile</c> or <c>essentials_plan_setup</c>.</summary>
    public string SourceType { get; internal init; } = "workflow";

    /// <summary>The title of the source; null for <c>essentials_plan_setup</c>.</summary>
    public string? SourceTitle { get; internal init; }

    /// <summary><c>ai_answer</c> or <c>custom_answer</c>; null where no answer was given.</summary>
    public string? LastAnswerType { get; internal init; }

    /// <summary>How it ended, for example <c>confirmed_resolution</c>; null where no answer was given.</summary>
    public string? ResolutionState { get; internal init; }

    /// <summary>The rating from 1 to 5; null for most.</summary>
    public int? Rating { get; internal init; }

    /// <summary>The remark to the rating; null for most.</summary>
    public string? RatingRemark { get; internal init; }
}
