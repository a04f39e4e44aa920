using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Threading;

namespace IntercomPS.Export.Manifest;

/// <summary>Checks the files of exports against their manifests.</summary>
internal static class ExportVerifier
{
    private const int PieceSize = 128 * 1024;

    /// <summary>Finds the manifest of a file.</summary>
    /// <param name="path">The full path of a manifest, or of a file of an export.</param>
    /// <returns>The full path of the manifest.</returns>
    /// <exception cref="ManifestException">There is none.</exception>
    public static string FindManifest(string path)
    {
        foreach (string candidate in Candidates(path))
        {
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new ManifestException(
            ManifestProblem.NotFound,
            path,
            $"There is no manifest of '{path}'. Export-IntercomConversation writes one with -Manifest, as NAME{ExportTarget.ManifestEnding} beside NAME.csv.");
    }

    /// <summary>Checks.</summary>
    /// <param name="path">The manifest's full path.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ManifestException">It cannot be read.</exception>
    public static ExportVerification Verify(string path, CancellationToken cancellation)
    {
        ExportManifest manifest = ManifestReader.Read(path);
        string folder = Path.GetDirectoryName(path)!;
        var files = new List<VerifiedFile>();
        foreach (ManifestFile file in manifest.Files)
        {
            files.Add(new VerifiedFile
            {
                Name = file.Name,
                Role = file.Role,
                Rows = file.Rows,
                Bytes = file.Bytes,
                Sha256 = file.Sha256,
                Problem = ProblemOf(Path.Combine(folder, file.Name), file, cancellation),
            });
        }

        return new ExportVerification { Path = path, IsComplete = manifest.IsComplete, Missing = manifest.Missing, Files = files };
    }

    private static IEnumerable<string> Candidates(string path)
    {
        if (path.EndsWith(ExportTarget.ManifestEnding, StringComparison.OrdinalIgnoreCase))
        {
            yield return path;
            yield break;
        }

        yield return ExportTarget.ManifestPathOf(path);
        if (path.EndsWith(ExportTarget.PartsEnding, StringComparison.OrdinalIgnoreCase))
        {
            yield return ExportTarget.ManifestPathOf(Path.ChangeExtension(path, extension: null));
        }
    }

    private static string? ProblemOf(string path, ManifestFile file, CancellationToken cancellation)
    {
        try
        {
            // Before it is opened: to open a pipe would wait for somebody who writes.
            long length = new FileInfo(path).Length;
            if (length != file.Bytes)
            {
                return $"it has {Number(length)} bytes instead of {Number(file.Bytes)}";
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return ContentProblemOf(stream, file, cancellation);
        }
        catch (FileNotFoundException)
        {
            return "it is missing";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read: {exception.Message}";
        }
    }

    private static string? ContentProblemOf(FileStream stream, ManifestFile file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = new RowCounter(file.Format);
        byte[] piece = new byte[PieceSize];
        for (int read = stream.Read(piece, 0, piece.Length); read > 0; read = stream.Read(piece, 0, piece.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(piece, 0, read);
            rows.Add(piece.AsSpan(0, read));
        }

        return HashingStream.ToText(hash.GetHashAndReset()) != file.Sha256 ? "its bytes are others: the SHA-256 hash differs"
            : rows.Rows != file.Rows ? $"it has {Number(rows.Rows)} rows instead of {Number(file.Rows)}"
            : null;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
