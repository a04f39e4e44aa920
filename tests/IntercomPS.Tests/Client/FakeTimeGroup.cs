using Xunit;

namespace IntercomPS.Tests.Client;

/// <summary>Tests that wait for the thread pool to come to rest, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FakeTimeGroup
{
    public const string Name = "Fake time";
}
