namespace IntercomPS.Export.Journal;

/// <summary>What says that a file is a journal, and of which make.</summary>
internal static class JournalFormat
{
    /// <summary>The value of the first property of the first line, "format".</summary>
    public const string Name = "IntercomPS.ExportJournal";

    /// <summary>The value of "version": what was begun by another one is not gone on with. A change of what a column holds raises it too.</summary>
    public const int Version = 1;

    /// <summary>How a journal begins, by which one is known whose first line was not finished.</summary>
    public const string Beginning = "{\"format\":\"" + Name + "\"";
}
