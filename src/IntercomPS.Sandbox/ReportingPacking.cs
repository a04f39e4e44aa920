namespace IntercomPS.Sandbox;

/// <summary>How the file of a reporting data export is packed; the API's description does not say how the real one is.</summary>
public enum ReportingPacking
{
    /// <summary>A compressed tar with one CSV in it, as the release notes of API 2.14 have it (.tgz).</summary>
    TarGzip,

    /// <summary>A tar with one CSV in it, not compressed.</summary>
    Tar,

    /// <summary>A compressed CSV.</summary>
    Gzip,

    /// <summary>A zip archive with one CSV in it.</summary>
    Zip,

    /// <summary>The CSV itself.</summary>
    Plain,
}
