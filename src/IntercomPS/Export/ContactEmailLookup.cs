using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Export;

/// <summary>Asks for the email addresses of contacts.</summary>
/// <param name="contactIds">The contacts' ids, each once, 50 at most.</param>
/// <param name="cancellation">Ends the question.</param>
/// <returns>The addresses by id; an id may be missing or have null where the contact has none.</returns>
internal delegate Task<IReadOnlyDictionary<string, string?>> ContactEmailLookup(
    IReadOnlyCollection<string> contactIds,
    CancellationToken cancellation);
