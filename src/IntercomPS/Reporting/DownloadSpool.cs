using System;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Text;

namespace IntercomPS.Reporting;

/// <summary>A file as it is downloaded, before it is unpacked: on the disk, beside where its content will be, and gone afterwards.</summary>
/// <remarks>
/// Not in memory, whatever its size. A download that breaks off begins anew, which what was unpacked on the
/// way could not; and a zip archive has its directory at the end.
/// </remarks>
internal sealed class DownloadSpool : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly Stream _file;

    /// <summary>Makes the file.</summary>
    /// <param name="path">The full path of the file that its content will be in.</param>
    public DownloadSpool(string path)
        : this(() => new FileStream(
            PartialFile.HiddenPathBeside(path, "download"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, PieceSize, FileOptions.DeleteOnClose))
    {
    }

    internal DownloadSpool(Func<Stream> open) => _file = open();

    /// <summary>The size in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Downloads a job's file.</summary>
    /// <param name="client">The client.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="arrived">Told how many bytes have come.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when the file is there.</returns>
    /// <exception cref="ReportingException">The file is not there, or not any more.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public async Task DownloadAsync(ReportingClient client, string jobId, Action<long> arrived, CancellationToken cancellationToken)
    {
        Exception? diskFailure = null;
        try
        {
            await client.DownloadAsync(jobId, (body, alive, token) => FillAsync(
                body,
                length =>
                {
                    alive();
                    arrived(length);
                },
                failure => diskFailure = failure,
                token), cancellationToken).ConfigureAwait(false);
        }
        catch (DiskFailureException)
        {
            ExceptionDispatchInfo.Capture(diskFailure!).Throw();
        }
        catch (IntercomException error) when (error.Kind == ApiErrorKind.NotFound)
        {
            throw new ReportingException(
                ReportingProblem.DownloadExpired,
                $"The file of the reporting job {TerminalText.Sanitize(jobId)} is not there, or not any more. Run the export again. {error.Message}",
                jobId,
                error);
        }
    }

    /// <summary>The file from its start.</summary>
    /// <returns>The stream; closed with the spool.</returns>
    public Stream OpenRead()
    {
        _file.Position = 0;
        return _file;
    }

    /// <summary>Removes the file.</summary>
    public void Dispose() => _file.Dispose();

    private async Task<long> FillAsync(Stream body, Action<long> arrived, Action<Exception> diskFailed, CancellationToken cancellationToken)
    {
        OnDisk(() => _file.SetLength(0), diskFailed);
        byte[] piece = new byte[PieceSize];
        int read;
        while ((read = await body.ReadAsync(piece, 0, piece.Length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            OnDisk(() => _file.Write(piece, 0, read), diskFailed);
            arrived(_file.Length);
        }

        OnDisk(_file.Flush, diskFailed);
        return _file.Length;
    }

    /// <summary>A failure of the disk, as it is, would pass for one of the network and be tried again.</summary>
    private static void OnDisk(Action work, Action<Exception> failed)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failed(failure);
            throw new DiskFailureException();
        }
    }

    /// <summary>Takes a failure of the disk past all that deals with the network.</summary>
    private sealed class DiskFailureException : Exception;
}
