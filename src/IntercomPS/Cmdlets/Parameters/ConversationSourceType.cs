namespace IntercomPS;

/// <summary>The channel on which a conversation began.</summary>
/// <remarks>Source: schema conversation_source, API 2.15.</remarks>
public enum ConversationSourceType
{
    /// <summary>Intercom's own messenger.</summary>
    Conversation,

    /// <summary>Email.</summary>
    Email,

    /// <summary>Facebook.</summary>
    Facebook,

    /// <summary>Instagram.</summary>
    Instagram,

    /// <summary>A phone call.</summary>
    PhoneCall,

    /// <summary>A phone call that went on in the messenger.</summary>
    PhoneSwitch,

    /// <summary>A push notification.</summary>
    Push,

    /// <summary>SMS.</summary>
    Sms,

    /// <summary>Twitter, now X.</summary>
    Twitter,

    /// <summary>WhatsApp.</summary>
    Whatsapp,
}
