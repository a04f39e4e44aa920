using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;

namespace IntercomPS.Client.Endpoints;

/// <summary>What asking for one record by its id is like, whatever the record.</summary>
internal static class RecordRequests
{
    /// <summary>Gets one record.</summary>
    /// <typeparam name="T">What the record becomes.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="path">The path of such records, such as /admins.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="read">Reads the record.</param>
    /// <param name="idOf">The id of a record that was read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The record.</returns>
    /// <exception cref="IntercomException">There is none with that id, or it cannot be had.</exception>
    public static async Task<T> GetAsync<T>(
        IntercomClient client, string path, string id, ItemReader<T> read, Func<T, string?> idOf, CancellationToken cancellationToken)
    {
        var get = new IntercomRequest(HttpMethod.Get, $"{path}/{Uri.EscapeDataString(id)}");
        T record = await client.SendAsync(get, json => RecordReader.ReadOne(json, read), cancellationToken).ConfigureAwait(false);

        // An id such as "." or "scroll" ends in another path, whose answer is no such record.
        return string.IsNullOrEmpty(idOf(record))
            ? throw new IntercomException(ApiErrorKind.NotFound, $"Intercom has nothing with the id '{Text.TerminalText.Sanitize(id)}' at {path}.")
            : record;
    }
}
