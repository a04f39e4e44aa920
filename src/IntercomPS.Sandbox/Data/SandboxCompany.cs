using System;

namespace IntercomPS.Sandbox;

/// <summary>A company of the sandbox's workspace.</summary>
public sealed class SandboxCompany
{
    internal SandboxCompany(string id, string companyId, string name)
    {
        Id = id;
        CompanyId = companyId;
        Name = name;
    }

    /// <summary>The id that Intercom gave: 24 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>The id that the workspace's owner gave.</summary>
    public string CompanyId { get; }

    /// <summary>The company's name.</summary>
    public string Name { get; }

    /// <summary>The company's plan.</summary>
    public string Plan { get; internal set; } = "Free";

    /// <summary>The number of employees.</summary>
    public int Size { get; internal set; }

    /// <summary>The time the company came into the workspace.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeSeconds(CreatedAtUnix);

    internal long CreatedAtUnix { get; set; }
}
