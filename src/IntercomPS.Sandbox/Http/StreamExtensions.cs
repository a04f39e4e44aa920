#if NET
using System;
#endif
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Sandbox.Http;

/// <summary>One way to write on both frameworks.</summary>
internal static class StreamExtensions
{
    public static Task WriteAllAsync(this Stream stream, byte[] bytes, int count, CancellationToken cancellation)
        => WriteAllAsync(stream, bytes, 0, count, cancellation);

    public static async Task WriteAllAsync(this Stream stream, byte[] bytes, int offset, int count, CancellationToken cancellation)
    {
#if NET
        await stream.WriteAsync(bytes.AsMemory(offset, count), cancellation).ConfigureAwait(false);
#else
        await stream.WriteAsync(bytes, offset, count, cancellation).ConfigureAwait(false);
#endif
    }
}
