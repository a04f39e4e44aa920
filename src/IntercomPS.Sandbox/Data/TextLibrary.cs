using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Sandbox.Data;

/// <summary>All texts of the workspace: made up, in several languages, some of them hostile on purpose.</summary>
internal static class TextLibrary
{
    private const int VariantsPerTemplate = 16;

    private static readonly string[] Products =
        ["Kestrel CRM", "Lumen Desk", "Harbor & Co", "Atlas Mini", "Fjord Backup", "Quill", "Tern Router X2", "Blauwal"];

    /// <summary>The languages, the first the most frequent.</summary>
    public static IReadOnlyList<TextLocale> Locales { get; } = LocaleSource.All.Select(Build).ToArray();

    /// <summary>First messages that break careless clients: formulas, scripts, control characters, great length.</summary>
    public static IReadOnlyList<SandboxText> Hostile { get; } = HostileSource.Bodies.Select(b => new SandboxText(b)).ToArray();

    public static IReadOnlyList<SandboxText> Notes { get; } = new[]
    {
        "<p>Checked the logs: the export job was <b>queued twice</b>. Asked engineering.</p>",
        "<p>Customer is on the <i>legacy</i> plan &ndash; careful with refunds.</p>",
        "<p>@Mara can you take this one? See <a href=\"https://status.example.com/incidents/42\">incident 42</a></p>",
        "<p>Called back, no answer \u260E\uFE0F</p>",
    }.Select(b => new SandboxText(b)).ToArray();

    public static IReadOnlyList<string> CxExplanations { get; } =
    [
        "The customer waited a long time for a first answer, and the answer solved the problem.",
        "The question was answered at once; the customer thanked the teammate.",
        "The customer had to repeat the order number three times and left unhappy.",
        "A refund was promised; no date was given.",
        "Short and friendly exchange, resolved by the AI agent.",
    ];

    public static SandboxText AiAnswer { get; } = new(
        "<p>Hi! I found this in our help center: <a href=\"https://help.example.com/en/articles/17-exports\">How exports work</a>.</p><p>Did that answer your question?</p>");

    public static SandboxText Outbound { get; } = new(
        "<p>Hello \U0001F44B</p><p>We saw that you tried the new dashboard. Is there anything we can help with?</p>");

    private static TextLocale Build(LocaleSource source) => new(source.Code, source.Country, source.City)
    {
        FirstNames = source.FirstNames,
        LastNames = source.LastNames,
        Subjects = source.Subjects,
        Remarks = source.Remarks,
        Openers = Expand(source.Openers),
        ContactReplies = Expand(source.ContactReplies),
        AdminReplies = Expand(source.AdminReplies),
        Closings = Expand(source.Closings),
    };

    private static SandboxText[] Expand(string[] templates)
    {
        var texts = new List<SandboxText>(templates.Length * VariantsPerTemplate);
        foreach (string template in templates)
        {
            bool hasParameters = template.Contains("{order}") || template.Contains("{product}");
            for (int variant = 0; variant < (hasParameters ? VariantsPerTemplate : 1); variant++)
            {
                string product = Products[variant % Products.Length].Replace("&", "&amp;");
                string order = (48211 + (variant * 977)).ToString(CultureInfo.InvariantCulture);
                texts.Add(new SandboxText(template.Replace("{product}", product).Replace("{order}", order)));
            }
        }

        return texts.ToArray();
    }
}
