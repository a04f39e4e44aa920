using IntercomPS.Sessions;
using Xunit;

namespace IntercomPS.Tests.Sessions;

public sealed class RegionHostsTests
{
    [Theory]
    [InlineData("US", IntercomRegion.US)]
    [InlineData("us", IntercomRegion.US)]
    [InlineData(" Europe ", IntercomRegion.EU)]
    [InlineData("EU", IntercomRegion.EU)]
    [InlineData("AU", IntercomRegion.AU)]
    [InlineData("Australia", IntercomRegion.AU)]
    public void Regions_are_read_however_they_are_written(string text, IntercomRegion region) =>
        Assert.Equal(region, RegionHosts.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mars")]
    public void What_is_no_region_is_none(string? text) => Assert.Null(RegionHosts.Parse(text));

    [Theory]
    [InlineData(IntercomRegion.US, "https://api.intercom.io/")]
    [InlineData(IntercomRegion.EU, "https://api.eu.intercom.io/")]
    [InlineData(IntercomRegion.AU, "https://api.au.intercom.io/")]
    public void Each_region_has_its_host(IntercomRegion region, string host) =>
        Assert.Equal(host, RegionHosts.HostOf(region).AbsoluteUri);
}
