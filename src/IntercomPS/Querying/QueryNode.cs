namespace IntercomPS.Querying;

/// <summary>A node of a search query: a filter or a group of nodes.</summary>
internal abstract record QueryNode;
