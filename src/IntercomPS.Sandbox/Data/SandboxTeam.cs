using System.Collections.Generic;

namespace IntercomPS.Sandbox;

/// <summary>A team of the sandbox's workspace.</summary>
public sealed class SandboxTeam
{
    internal SandboxTeam(int id, string name)
    {
        Number = id;
        Id = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Name = name;
    }

    /// <summary>The team's id, unique in the workspace.</summary>
    public string Id { get; }

    /// <summary>The team's name.</summary>
    public string Name { get; }

    /// <summary>The ids of the admins in the team.</summary>
    public IReadOnlyList<string> AdminIds { get; internal set; } = [];

    internal int Number { get; }
}
