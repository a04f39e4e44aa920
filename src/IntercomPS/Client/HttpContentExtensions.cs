#if !NET
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>The overloads of .NET 5 and later that .NET Framework lacks.</summary>
internal static class HttpContentExtensions
{
    /// <summary>Opens the body.</summary>
    /// <param name="content">The content of an answer.</param>
    /// <param name="cancellationToken">Looked at once; .NET Framework's streams do not heed it.</param>
    /// <returns>The body's stream.</returns>
    public static Task<Stream> ReadAsStreamAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
}
#endif
