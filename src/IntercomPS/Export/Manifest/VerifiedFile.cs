namespace IntercomPS;

/// <summary>A file of an export against what the manifest says of it.</summary>
public sealed class VerifiedFile
{
    /// <summary>Its name. Text of whoever wrote the manifest.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Whether it is what the manifest says.</summary>
    public bool IsValid => Problem is null;

    /// <summary>What differs; null where nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>What its rows are: conversations or parts.</summary>
    public string Role { get; init; } = string.Empty;

    /// <summary>How many rows the manifest says it has.</summary>
    public long Rows { get; init; }

    /// <summary>The size that the manifest says it has, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The SHA-256 hash that the manifest says it has.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>The name, and what is wrong with the file.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => Problem is null ? Name : $"{Name}: {Problem}";
}
