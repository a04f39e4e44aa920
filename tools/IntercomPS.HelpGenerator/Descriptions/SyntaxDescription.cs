using System.Collections.Generic;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>One syntax line: a parameter set with its parameters in order.</summary>
internal sealed record SyntaxDescription(string SetName, IReadOnlyList<SyntaxParameter> Parameters);
