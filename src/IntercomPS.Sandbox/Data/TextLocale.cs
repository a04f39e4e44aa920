using System.Collections.Generic;

namespace IntercomPS.Sandbox.Data;

/// <summary>The texts of one language, ready to be shared by conversations.</summary>
internal sealed class TextLocale
{
    public TextLocale(string code, string country, string city)
    {
        Code = code;
        Country = country;
        City = city;
    }

    public string Code { get; }

    public string Country { get; }

    public string City { get; }

    public IReadOnlyList<string> FirstNames { get; init; } = [];

    public IReadOnlyList<string> LastNames { get; init; } = [];

    public IReadOnlyList<string> Subjects { get; init; } = [];

    public IReadOnlyList<SandboxText> Openers { get; init; } = [];

    public IReadOnlyList<SandboxText> ContactReplies { get; init; } = [];

    public IReadOnlyList<SandboxText> AdminReplies { get; init; } = [];

    public IReadOnlyList<SandboxText> Closings { get; init; } = [];

    public IReadOnlyList<string> Remarks { get; init; } = [];
}
