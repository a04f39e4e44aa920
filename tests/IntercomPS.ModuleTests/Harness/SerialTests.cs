using Xunit;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>Tests that measure time, or that change what the process holds once: they run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SerialTests
{
    public const string Name = nameof(SerialTests);
}
