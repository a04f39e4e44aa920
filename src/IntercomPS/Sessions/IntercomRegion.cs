namespace IntercomPS;

/// <summary>Where a workspace's data is hosted.</summary>
public enum IntercomRegion
{
    /// <summary>The United States: api.intercom.io.</summary>
    US,

    /// <summary>The European Union: api.eu.intercom.io.</summary>
    EU,

    /// <summary>Australia: api.au.intercom.io.</summary>
    AU,
}
