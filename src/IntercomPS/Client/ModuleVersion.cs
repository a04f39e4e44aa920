namespace IntercomPS.Client;

/// <summary>The version of this module.</summary>
internal static class ModuleVersion
{
    /// <summary>Such as 1.2.3.</summary>
    public static string Text { get; } = typeof(ModuleVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
