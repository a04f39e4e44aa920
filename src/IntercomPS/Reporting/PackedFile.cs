using System.IO;

namespace IntercomPS.Reporting;

/// <summary>A file in an archive.</summary>
/// <param name="Name">Its name, which is shown and never used as a path; null for a table that is not in an archive.</param>
/// <param name="Content">Its content, until the next one is asked for.</param>
internal sealed record PackedFile(string? Name, Stream Content);
