namespace IntercomPS.Sandbox;

/// <summary>Who wrote a message.</summary>
/// <param name="Type"><c>admin</c>, <c>bot</c>, <c>user</c> or <c>lead</c>.</param>
/// <param name="Id">The author's id, unique among authors of the type.</param>
/// <param name="Name">The author's name; null where it is not known.</param>
/// <param name="Email">The author's email address; null where it is not known.</param>
public sealed record SandboxAuthor(string Type, string Id, string? Name, string? Email)
{
    internal bool IsContact => Type is "user" or "lead";

    internal bool IsAdmin => Type is "admin";
}
