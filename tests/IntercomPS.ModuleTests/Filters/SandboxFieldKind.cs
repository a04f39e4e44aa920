namespace IntercomPS.ModuleTests.Filters;

/// <summary>What a field holds.</summary>
internal enum SandboxFieldKind
{
    Text,
    Number,
    Time,
    Flag,
}
