using System.Collections.Generic;
using IntercomPS.Export.Journal;

namespace IntercomPS.Export;

/// <summary>An export whose last run wrote everything and ended before all files had their names.</summary>
internal static class EndedExport
{
    /// <summary>Gives the files their names that still lack them.</summary>
    /// <param name="options">What was exported where.</param>
    /// <param name="run">The run, which has nothing else to do.</param>
    /// <exception cref="ExportTargetException">A file of that name appeared meanwhile.</exception>
    public static void Finish(ExportOptions options, JournaledRun run)
    {
        var pending = new List<PendingFile>();
        try
        {
            if (options.HasPartsFile)
            {
                Add(ExportTarget.PartsPathOf(options.Path), run.Start.Checkpoint!.PartsLength);
            }

            if (run.Start.EndedWithManifest is > 0 and { } manifest)
            {
                Add(ExportTarget.ManifestPathOf(options.Path), manifest);
            }

            Add(options.Path, run.Start.Checkpoint!.Length);
            PendingFile.CompleteAll(pending);
        }
        finally
        {
            pending.ForEach(file => file.Dispose());
        }

        run.Delete();

        void Add(string path, long length)
        {
            if (LeftFiles.IsPending(path, length))
            {
                pending.Add(PendingFile.Kept(path, options.Force, length));
            }
        }
    }
}
