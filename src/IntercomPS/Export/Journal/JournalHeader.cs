using System;

namespace IntercomPS.Export.Journal;

/// <summary>The first line of a journal: which export it is of.</summary>
/// <param name="Subject">What the export is of.</param>
/// <param name="Manifest">Whether it writes a manifest.</param>
/// <param name="CreatedBefore">The first second, Unix, of whose beginnings nothing is exported.</param>
/// <param name="StartedAt">When its first run began.</param>
internal sealed record JournalHeader(ExportSubject Subject, bool Manifest, long CreatedBefore, DateTimeOffset StartedAt);
