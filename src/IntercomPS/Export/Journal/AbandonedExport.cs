using System;
using System.IO;

namespace IntercomPS.Export.Journal;

/// <summary>What runs with -Resume left that nobody will go on with, since another run has made the same file.</summary>
internal static class AbandonedExport
{
    /// <summary>Removes it.</summary>
    /// <param name="options">The export that is complete now.</param>
    /// <returns>The journal that was removed; null where there was none of ours, or a run has it open.</returns>
    public static string? Remove(ExportOptions options)
    {
        string path = ExportJournal.PathOf(options.Path);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using ExportJournal journal = ExportJournal.Open(options.Path);
            _ = journal.Read();
            foreach (string target in new[] { ExportTarget.PartsPathOf(options.Path), ExportTarget.ManifestPathOf(options.Path), options.Path })
            {
                File.Delete(PartialFile.KeptPathOf(target));
            }

            journal.Delete();
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // in use, a link, no journal of ours: the export is complete all the same
        }
    }
}
