namespace IntercomPS.Sandbox;

/// <summary>What becomes of the jobs of a reporting data export.</summary>
public enum ReportingOutcome
{
    /// <summary>They complete.</summary>
    Complete,

    /// <summary>They fail.</summary>
    Failed,

    /// <summary>They are gone when they should be complete.</summary>
    Vanished,

    /// <summary>They stay pending.</summary>
    Stuck,
}
