using System.Globalization;

namespace IntercomPS.Sandbox.Api;

/// <summary>A version of Intercom's API and what answers look like in it.</summary>
internal readonly struct ApiVersion
{
    private const int NewestMinor = 16;

    private ApiVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    public int Major { get; }

    public int Minor { get; }

    /// <summary>2.16: five levels of priority, and 0 for unassigned.</summary>
    public bool HasPriorityLevels => Minor >= 16;

    /// <summary>2.16: attributes of reporting datasets have a qualified id, and jobs take no other.</summary>
    public bool HasQualifiedAttributes => Minor >= 16;

    /// <summary>2.16: the reporting data export has conversations that the customer never replied in.</summary>
    public bool ExportsUnansweredConversations => Minor >= 16;

    /// <summary>2.14: the reporting data export.</summary>
    public bool HasReportingExport => Minor >= 14;

    /// <summary>2.15: the company is on the conversation.</summary>
    public bool HasCompany => Minor >= 15;

    /// <summary>2.14: a rating tells when it was changed.</summary>
    public bool HasRatingUpdate => Minor >= 14;

    /// <summary>2.14: CX scores are among the custom attributes.</summary>
    public bool HasCxScore => Minor >= 14;

    /// <summary>2.11: the AI agent's part in a conversation.</summary>
    public bool HasAiAgent => Minor >= 11;

    public static bool TryParse(string text, out ApiVersion version)
    {
        version = new ApiVersion(2, NewestMinor);
        if (text == "Unstable")
        {
            return true;
        }

        int dot = text.IndexOf('.');
        if (dot < 0
            || !int.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            || !int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int minor))
        {
            return false;
        }

        version = new ApiVersion(major, minor);
        return (major == 1 && minor <= 4) || (major == 2 && minor <= NewestMinor);
    }
}
