namespace IntercomPS.Sandbox.Data;

/// <summary>The raw templates of a language; <c>{order}</c> and <c>{product}</c> are filled in by <see cref="TextLibrary"/>.</summary>
internal sealed record LocaleSource(string Code, string Country, string City)
{
    public static LocaleSource[] All { get; } =
    [
        WesternLocales.English, WesternLocales.German, WesternLocales.French, WesternLocales.Spanish,
        OtherLocales.Japanese, OtherLocales.Arabic, OtherLocales.Russian, OtherLocales.Portuguese,
    ];

    public string[] FirstNames { get; init; } = [];

    public string[] LastNames { get; init; } = [];

    public string[] Subjects { get; init; } = [];

    public string[] Openers { get; init; } = [];

    public string[] ContactReplies { get; init; } = [];

    public string[] AdminReplies { get; init; } = [];

    public string[] Closings { get; init; } = [];

    public string[] Remarks { get; init; } = [];
}
