namespace IntercomPS.Sandbox;

/// <summary>A file attached to a message.</summary>
/// <param name="Name">The file's name, as the sender gave it: not to be trusted as a path.</param>
/// <param name="Url">Where the file could be fetched; an example address, nothing is there.</param>
/// <param name="ContentType">The file's media type.</param>
/// <param name="FileSize">The file's size in bytes.</param>
public sealed record SandboxAttachment(string Name, string Url, string ContentType, int FileSize);
