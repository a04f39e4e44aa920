namespace IntercomPS.Models.Json;

/// <summary>A contact's first reply as the API writes it.</summary>
internal sealed class FirstContactReplyContract
{
    public long? CreatedAt { get; set; }
}
