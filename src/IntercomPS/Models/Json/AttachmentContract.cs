namespace IntercomPS.Models.Json;

/// <summary>An attachment as the API writes it.</summary>
internal sealed class AttachmentContract
{
    public string? Name { get; set; }
    public string? Url { get; set; }
    public string? ContentType { get; set; }
    public long? Filesize { get; set; }
}
