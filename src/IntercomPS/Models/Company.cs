namespace IntercomPS;

/// <summary>The company that a conversation's contact belongs to.</summary>
/// <remarks>Source: schema company; on conversations from API 2.15 on.</remarks>
public sealed class Company
{
    /// <summary>Intercom's id of the company.</summary>
    public string? Id { get; internal set; }

    /// <summary>The id that the customer's own system gave to the company.</summary>
    public string? CompanyId { get; internal set; }

    /// <summary>The company's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The company's name.</summary>
    /// <returns>The name, or the id where there is none.</returns>
    public override string ToString() => Name ?? Id ?? string.Empty;
}
