namespace IntercomPS;

/// <summary>Why an export's manifest cannot be used.</summary>
public enum ManifestProblem
{
    /// <summary>There is none beside the file.</summary>
    NotFound,

    /// <summary>There is one, but it is no manifest, or says what none would say.</summary>
    Unreadable,
}
