using System.IO;
using System.Linq;
using System.Text;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>Writes the rows of a job: texts as the customers wrote them, formulas and all.</summary>
internal static class ReportingCsv
{
    private static readonly char[] NeedQuotes = [',', '"', '\r', '\n'];

    public static byte[] Write(ReportingJob job, SandboxWorkspace workspace)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            text.WriteLine(string.Join(",", job.Columns.Select(column => Cell(column.KeyIn(job.Version)))));
            foreach (SandboxConversation conversation in job.Dataset.Rows(workspace, job.Start, job.End, job.Version))
            {
                text.WriteLine(string.Join(",", job.Columns.Select(column => Cell(column.Value(conversation)))));
            }
        }

        return bytes.ToArray();
    }

    private static string Cell(string? value) => value is null ? string.Empty
        : value.IndexOfAny(NeedQuotes) < 0 ? value
        : "\"" + value.Replace("\"", "\"\"") + "\"";
}
