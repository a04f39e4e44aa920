namespace IntercomPS.Export.Manifest;

/// <summary>What says that a file is a manifest, and of which make.</summary>
internal static class ManifestFormat
{
    /// <summary>The value of its property "format".</summary>
    public const string Name = "IntercomPS.ExportManifest";

    /// <summary>The value of its property "version"; a change that readers must know of raises it.</summary>
    public const int Version = 1;
}
