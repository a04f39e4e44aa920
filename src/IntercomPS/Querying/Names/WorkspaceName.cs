namespace IntercomPS.Querying.Names;

/// <summary>A tag, an admin or a team, as a query needs it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; text of whoever made it.</param>
/// <param name="Email">An admin's email address; null for the others.</param>
internal sealed record WorkspaceName(string Id, string Name, string? Email = null);
