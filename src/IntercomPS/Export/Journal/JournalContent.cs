using System.Collections.Generic;

namespace IntercomPS.Export.Journal;

/// <summary>What a journal says, up to its last whole line.</summary>
/// <param name="Header">Which export it is of; null where not even that line was finished.</param>
/// <param name="Entries">The lines after the first one.</param>
/// <param name="HeaderEnd">Where the first line ends.</param>
internal sealed record JournalContent(JournalHeader? Header, IReadOnlyList<JournalEntry> Entries, long HeaderEnd);
