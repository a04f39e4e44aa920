using System;
using System.IO;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Samples;

/// <summary>The README's section on CX scores: the text is the sample's, and the sample finds what the sandbox holds.</summary>
public sealed class BadlyScoredSampleTests
{
    private static readonly string Sample = Path.Combine(RepositoryLayout.Root, "samples", "badly-scored.ps1");

    [Fact]
    public void The_readme_shows_the_sample_as_it_is() =>
        Assert.Contains(
            File.ReadAllText(Sample).ReplaceLineEndings("\n").Trim(),
            File.ReadAllText(Path.Combine(RepositoryLayout.Root, "README.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);

    [Fact]
    public void The_sample_exports_last_weeks_badly_scored_conversations()
    {
        DateTime today = DateTime.Today;
        DateTimeOffset monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        using var folder = new TemporaryFolder();
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 2000, Seed = 5, RateLimit = 0 });
        string[] expected = [.. module.NewestFirst
            .Where(c => c.CxScore is 1 or 2 && c.CreatedAt >= monday.AddDays(-7) && c.CreatedAt < monday)
            .Select(c => c.Id)];
        Assert.InRange(expected.Length, 6, 1000);
        module.Runspace.SetVariable("sample", Sample);
        module.Runspace.SetVariable("file", folder.PathOf("scored.csv"));

        string[] shown = [.. module.Run("& $sample -Path $file | ForEach-Object -Process { $_.Id }").Succeeded().Select(id => id?.ToString() ?? "summary")];

        Assert.Equal([.. expected.Take(5), "summary"], shown);
        string[] lines = File.ReadAllLines(folder.PathOf("scored.csv"));
        Assert.Equal("conversation_id,created_at,contact_email,cx_score,cx_score_explanation,rating,tags", lines[0]);
        Assert.Equal(expected, lines.Skip(1).Select(line => line.Split(',')[0]));
    }
}
