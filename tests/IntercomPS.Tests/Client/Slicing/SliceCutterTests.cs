using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Client.Slicing;
using Xunit;

namespace IntercomPS.Tests.Client.Slicing;

public sealed class SliceCutterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_parts_are_the_slice_without_gap_or_overlap(bool ascending)
    {
        var random = new Random(5);
        for (int round = 0; round < 5_000; round++)
        {
            long floor = random.Next(0, 1_000);
            long ceiling = floor + random.Next(-20, 3_000);
            var slice = new TimeSlice(random.Next(2) == 0 ? null : floor, random.Next(2) == 0 ? null : Math.Max(ceiling, floor));

            IReadOnlyList<TimeSlice> parts = SliceCutter.Cut(slice, floor, ceiling, random.Next(0, 60_000), random.Next(150, 1500), ascending);

            List<TimeSlice> oldestFirst = ascending ? [.. parts] : [.. parts.Reverse()];
            Assert.Equal(slice.From, oldestFirst[0].From);
            Assert.Equal(slice.Before, oldestFirst[^1].Before);
            Assert.All(oldestFirst.Zip(oldestFirst.Skip(1)), pair => Assert.Equal(pair.First.Before, pair.Second.From));
            Assert.All(oldestFirst.Take(oldestFirst.Count - 1).Skip(1), part => Assert.True(part.From < part.Before));
        }
    }

    [Fact]
    public void A_part_has_about_as_many_conversations_as_it_is_meant_to()
    {
        IReadOnlyList<TimeSlice> parts = SliceCutter.Cut(new TimeSlice(0, 86_400), 0, 0, rows: 9_000, rowsOfPart: 450, ascending: true);

        Assert.Equal(20, parts.Count);
        Assert.All(parts, part => Assert.Equal(4_320, part.Before - part.From));
    }

    [Fact]
    public void A_single_second_is_not_cut() =>
        Assert.Equal([new TimeSlice(7, 8)], SliceCutter.Cut(new TimeSlice(7, 8), 0, 100, rows: 100_000, rowsOfPart: 450, ascending: true));

    [Fact]
    public void A_beginning_that_lies_behind_the_end_cuts_nothing() =>
        Assert.Equal([new TimeSlice(null, 50)], SliceCutter.Cut(new TimeSlice(null, 50), floor: 80, ceiling: 100, rows: 100_000, rowsOfPart: 450, ascending: false));
}
