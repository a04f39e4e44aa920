namespace IntercomPS.HelpGenerator;

/// <summary>One thing that is undocumented or malformed.</summary>
/// <param name="Code">Stable code, one of <see cref="ProblemCodes"/>.</param>
/// <param name="Subject">What it is about: a cmdlet, a cmdlet and its parameter, a type, a type and its property.</param>
/// <param name="Message">What is wrong and what to write.</param>
internal sealed record DocumentationProblem(string Code, string Subject, string Message);
