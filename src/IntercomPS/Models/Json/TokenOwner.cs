namespace IntercomPS.Models.Json;

/// <summary>Who a token belongs to, as GET /me tells it; each part is null where it does not.</summary>
internal sealed class TokenOwner
{
    public string? AdminId { get; set; }

    public string? AdminName { get; set; }

    public string? AdminEmail { get; set; }

    public string? WorkspaceId { get; set; }

    public string? WorkspaceName { get; set; }

    public string? Region { get; set; }

    public string? TimeZone { get; set; }
}
