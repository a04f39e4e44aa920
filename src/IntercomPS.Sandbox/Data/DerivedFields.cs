using System;
using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>Sets the fields of a conversation that follow from its parts.</summary>
internal static class DerivedFields
{
    public static void Update(SandboxConversation conversation, IReadOnlyList<SandboxPart> parts, WorkspaceCast cast)
    {
        bool answeredByNobody = conversation.Source.DeliveredAs == "automated" && parts.Count == 0;
        conversation.Statistics = answeredByNobody ? null : StatisticsCalculator.Calculate(conversation, parts);
        conversation.Teammates = FindTeammates(conversation, parts, cast);
        conversation.WaitingSinceUnix = FindWaitingSince(conversation, parts);

        long last = conversation.CreatedAtUnix;
        foreach (SandboxPart part in parts)
        {
            last = Math.Max(last, part.CreatedAtUnix);
            if (part.PartType == PartGenerator.RatingChanged && conversation.RatingDrawn is int rating)
            {
                conversation.Rating = new SandboxRating
                {
                    Rating = rating,
                    Remark = conversation.RemarkDrawn,
                    RequestedAtUnix = conversation.Statistics?.LastCloseAtUnix ?? conversation.CreatedAtUnix,
                    RepliedAtUnix = part.CreatedAtUnix,
                    Teammate = conversation.AdminAssignee,
                };
            }
        }

        conversation.UpdatedAtUnix = Math.Max(conversation.UpdatedAtUnix, last);
    }

    private static SandboxAdmin[] FindTeammates(SandboxConversation conversation, IReadOnlyList<SandboxPart> parts, WorkspaceCast cast)
    {
        var teammates = new List<SandboxAdmin>(2);
        Add(conversation.AdminAssignee);
        foreach (SandboxPart part in parts)
        {
            if (part.Author.IsAdmin)
            {
                Add(cast.FindAdmin(part.Author.Id));
            }
        }

        return teammates.ToArray();

        void Add(SandboxAdmin? admin)
        {
            if (admin is not null && !teammates.Contains(admin))
            {
                teammates.Add(admin);
            }
        }
    }

    private static long? FindWaitingSince(SandboxConversation conversation, IReadOnlyList<SandboxPart> parts)
    {
        if (conversation.State == "closed")
        {
            return null;
        }

        long? waitingSince = conversation.Source.Author.IsContact ? conversation.CreatedAtUnix : null;
        foreach (SandboxPart part in parts)
        {
            if (part.IsReply)
            {
                waitingSince = part.Author.IsContact ? part.CreatedAtUnix : null;
            }
        }

        return waitingSince;
    }
}
