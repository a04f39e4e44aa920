namespace IntercomPS.HelpGenerator.Descriptions;

/// <param name="Text">A cmdlet's name, an about topic's name, or what the address leads to.</param>
/// <param name="Address">Empty for a topic of Get-Help.</param>
internal sealed record RelatedLink(string Text, string Address);
