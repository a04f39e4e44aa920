using System;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Sandbox.Data;

/// <summary>Makes the admins, teams, tags, companies and contacts of a workspace from the seed.</summary>
internal static class CastGenerator
{
    private const long CastStream = -1;
    private const int MaximumContacts = 60_000;

    private static readonly string[] TagNames = ["bug", "billing", "feature request", "VIP", "refund; partial", "Versand/Lieferung", "needs, comma", "返金", "=cmd"];
    private static readonly string[] TeamNames = ["Support EMEA", "Support Americas", "Billing", "Tier 2 – Engineering"];
    private static readonly string[] Domains = ["example.com", "example.org", "mail.example.net", "kunden.example.com"];
    private static readonly string[] Browsers = ["chrome", "firefox", "safari", "edge"];
    private static readonly string[] Systems = ["Windows 10", "OS X 14.5", "Linux", "iOS 17"];
    private static readonly string[] Plans = ["Free", "Pro", "Enterprise"];
    private static readonly string[] LocaleWeights = ["en", "en", "en", "en", "de", "de", "fr", "es", "ja", "ar", "ru", "pt-BR"];

    public static WorkspaceCast Generate(SandboxOptions options, long present, long start)
    {
        var random = new DeterministicRandom(options.Seed, CastStream);
        SandboxTeam[] teams = TeamNames.Select((name, i) => new SandboxTeam(5_017_691 + i, name)).ToArray();
        SandboxAdmin[] admins = Enumerable.Range(0, 12).Select(i => DrawAdmin(random, i, teams)).ToArray();
        foreach (SandboxTeam team in teams)
        {
            team.AdminIds = admins.Where(a => a.TeamIds.Contains(team.Id)).Select(a => a.Id).ToArray();
        }

        SandboxTag[] tags = TagNames.Select((name, i) => new SandboxTag(7_522_900 + (i * 13), name)).ToArray();
        SandboxCompany[] companies = Enumerable.Range(0, options.Companies).Select(i => DrawCompany(random, i, start)).ToArray();
        int count = Math.Min(MaximumContacts, Math.Max(20, options.Conversations / 3));
        var contacts = new SandboxContact[count];
        for (int i = 0; i < count; i++)
        {
            long createdAt = start + ((present - start) * i / count) - (30 * 86400);
            contacts[i] = DrawContact(random, i, createdAt, present, companies, admins, tags);
        }

        return new WorkspaceCast { Admins = admins, Teams = teams, Tags = tags, Companies = companies, Contacts = contacts };
    }

    private static SandboxAdmin DrawAdmin(DeterministicRandom random, int index, SandboxTeam[] teams)
    {
        TextLocale locale = TextLibrary.Locales[index % 4];
        string first = locale.FirstNames[index % locale.FirstNames.Count];
        string name = $"{first} {random.Pick(locale.LastNames)}";
        string[] teamIds = teams.Where((_, i) => i == index % teams.Length || random.Chance(0.2)).Select(t => t.Id).ToArray();
        return new SandboxAdmin(814_860 + (index * 7), name, $"admin{index + 1}@helpdesk.example.com", index == 0 ? "Head of Support" : "Support Agent", teamIds);
    }

    private static SandboxCompany DrawCompany(DeterministicRandom random, int index, long start)
    {
        string name = $"{random.Pick(TextLibrary.Locales[index % 4].LastNames)} {(index % 3 == 0 ? "GmbH & Co. KG" : index % 3 == 1 ? "Ltd" : "SARL")}";
        return new SandboxCompany(random.NextObjectId(start, index), $"C-{1000 + index}", name)
        {
            Plan = random.Pick(Plans),
            Size = random.Next(1, 4000),
            CreatedAtUnix = start - random.Next(1, 30 * 86400),
        };
    }

    private static SandboxContact DrawContact(
        DeterministicRandom random, int index, long createdAt, long present, SandboxCompany[] companies, SandboxAdmin[] admins, SandboxTag[] tags)
    {
        string code = random.Pick(LocaleWeights);
        TextLocale locale = TextLibrary.Locales.First(l => l.Code == code);
        bool isLead = random.Chance(0.2);
        long seen = createdAt + (long)((present - createdAt) * DeterministicRandom.ToShare(random.NextUInt64()));
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return new SandboxContact(random.NextObjectId(createdAt, index), isLead ? "lead" : "user", locale)
        {
            ExternalId = isLead ? null : $"u-{10_000 + index}",
            Name = random.Chance(isLead ? 0.5 : 0.95) ? $"{random.Pick(locale.FirstNames)} {random.Pick(locale.LastNames)}" : null,
            Email = random.Chance(isLead ? 0.5 : 0.92) ? $"contact{number}@{random.Pick(Domains)}" : null,
            Phone = random.Chance(0.2) ? $"+1555{1_000_000 + index}" : null,
            Owner = random.Chance(0.1) ? random.Pick(admins) : null,
            Company = random.Chance(0.5) ? random.Pick(companies) : null,
            Tags = random.Chance(0.1) ? [random.Pick(tags)] : [],
            CreatedAtUnix = createdAt,
            UpdatedAtUnix = seen,
            SignedUpAtUnix = isLead ? null : createdAt,
            LastSeenAtUnix = seen,
            LastRepliedAtUnix = random.Chance(0.6) ? seen : null,
            LastContactedAtUnix = random.Chance(0.6) ? seen : null,
            Browser = random.Pick(Browsers),
            OperatingSystem = random.Pick(Systems),
            UnsubscribedFromEmails = random.Chance(0.05),
            HasHardBounced = random.Chance(0.01),
            PlanAttribute = random.Chance(0.3) ? random.Pick(Plans) : null,
        };
    }
}
