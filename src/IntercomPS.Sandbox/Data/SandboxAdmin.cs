using System.Collections.Generic;

namespace IntercomPS.Sandbox;

/// <summary>A teammate of the sandbox's workspace.</summary>
public sealed class SandboxAdmin
{
    internal SandboxAdmin(int id, string name, string email, string jobTitle, IReadOnlyList<string> teamIds)
    {
        Number = id;
        Id = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Name = name;
        Email = email;
        JobTitle = jobTitle;
        TeamIds = teamIds;
        Author = new SandboxAuthor("admin", Id, Name, Email);
    }

    /// <summary>The admin's id, unique in the workspace.</summary>
    public string Id { get; }

    /// <summary>The admin's full name.</summary>
    public string Name { get; }

    /// <summary>The admin's email address, at an example domain.</summary>
    public string Email { get; }

    /// <summary>The admin's job title.</summary>
    public string JobTitle { get; }

    /// <summary>The ids of the teams that the admin is in.</summary>
    public IReadOnlyList<string> TeamIds { get; }

    internal int Number { get; }

    /// <summary>The admin as the author of messages: one object for all of them.</summary>
    internal SandboxAuthor Author { get; }
}
