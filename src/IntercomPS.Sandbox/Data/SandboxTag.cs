namespace IntercomPS.Sandbox;

/// <summary>A tag of the sandbox's workspace.</summary>
public sealed class SandboxTag
{
    internal SandboxTag(int id, string name)
    {
        Id = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Name = name;
    }

    /// <summary>The tag's id, unique in the workspace.</summary>
    public string Id { get; }

    /// <summary>The tag's name.</summary>
    public string Name { get; }
}
