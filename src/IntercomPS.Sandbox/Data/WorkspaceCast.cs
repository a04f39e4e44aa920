using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>Everybody and everything that conversations refer to.</summary>
internal sealed class WorkspaceCast
{
    public required IReadOnlyList<SandboxAdmin> Admins { get; init; }

    public required IReadOnlyList<SandboxTeam> Teams { get; init; }

    public required IReadOnlyList<SandboxTag> Tags { get; init; }

    public required IReadOnlyList<SandboxCompany> Companies { get; init; }

    public required IReadOnlyList<SandboxContact> Contacts { get; init; }

    /// <summary>The workspace's bot, which Intercom calls Operator.</summary>
    public SandboxAuthor Bot { get; } = new("bot", SandboxRating.BotId, "Operator", "operator+sb7x2k9q@example.com");

    /// <summary>The admin with the id; null where there is none, for example the bot.</summary>
    public SandboxAdmin? FindAdmin(string id)
    {
        foreach (SandboxAdmin admin in Admins)
        {
            if (admin.Id == id)
            {
                return admin;
            }
        }

        return null;
    }
}
