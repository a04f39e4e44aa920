using System.Collections.Generic;

namespace IntercomPS.Client;

/// <summary>A page of records other than conversations.</summary>
/// <typeparam name="T">What the records are.</typeparam>
/// <param name="Rows">The records, in the server's order.</param>
/// <param name="Next">Where the next page begins; null after the last one, and where pages have numbers instead.</param>
/// <param name="TotalCount">How many records the server found in all; null where it does not tell.</param>
internal sealed record RecordPage<T>(IReadOnlyList<T> Rows, PageCursor? Next, long? TotalCount);
