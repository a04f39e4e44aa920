namespace IntercomPS.Querying.Names;

/// <summary>What a name that stands for an id is a name of.</summary>
internal enum NameKind
{
    /// <summary>A tag.</summary>
    Tag,

    /// <summary>A teammate.</summary>
    Admin,

    /// <summary>A team inbox.</summary>
    Team,
}
