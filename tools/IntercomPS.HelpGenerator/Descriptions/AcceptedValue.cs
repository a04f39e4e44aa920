using System.Collections.Generic;
using IntercomPS.HelpGenerator.Comments;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>A value that a parameter takes, with its meaning where the comments tell it.</summary>
internal sealed record AcceptedValue(string Name, IReadOnlyList<TextBlock> Description);
