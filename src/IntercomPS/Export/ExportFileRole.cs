namespace IntercomPS.Export;

/// <summary>What the rows of an export's file are, as manifests and journals say it.</summary>
internal static class ExportFileRole
{
    /// <summary>Conversations.</summary>
    public const string Conversations = "conversations";

    /// <summary>Parts of conversations, in a file of their own.</summary>
    public const string Parts = "parts";
}
