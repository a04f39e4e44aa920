namespace IntercomPS.Reporting;

/// <summary>How a file is packed.</summary>
internal enum Packing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Compressed (RFC 1952).</summary>
    Gzip,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>A tar archive.</summary>
    Tar,

    /// <summary>In a way that is not known, or it is no table.</summary>
    Unknown,
}
