using System;
using System.Threading.Tasks;

namespace IntercomPS.Sandbox.Data;

/// <summary>Makes the whole workspace from the options.</summary>
internal static class WorkspaceGenerator
{
    private const int SmallestWithLongConversation = 50;
    private const int SmallestInParallel = 5000;

    /// <summary>The stream that places conversations in time.</summary>
    private const long TimeStream = -2;

    public static SandboxWorkspace Generate(SandboxOptions options, DateTimeOffset present)
    {
        int count = options.Conversations;
        long end = present.ToUnixTimeSeconds();
        long start = end - (long)options.History.TotalSeconds;
        WorkspaceCast cast = CastGenerator.Generate(options, end, start);
        var parts = new PartGenerator(options.Seed, end, cast.Bot, cast.Admins)
        {
            LongConversationIndex = count >= SmallestWithLongConversation ? count / 2 : null,
        };
        var generator = new ConversationGenerator(options.Seed, cast, end, parts) { WithoutCxScores = options.NoCxScores };
        long[] times = PlaceInTime(options.Seed, count, start, end);
        var conversations = new SandboxConversation[count];
        if (count < SmallestInParallel)
        {
            for (int i = 0; i < count; i++)
            {
                conversations[i] = generator.Generate(i, times[i]);
            }
        }
        else
        {
            Parallel.For(0, count, i => conversations[i] = generator.Generate(i, times[i]));
        }

        return new SandboxWorkspace(cast, parts, conversations);
    }

    /// <summary>Ascending times; one in twenty conversations shares the second of the one before it, as on a busy day.</summary>
    private static long[] PlaceInTime(int seed, int count, long start, long end)
    {
        var random = new DeterministicRandom(seed, TimeStream);
        var times = new long[count];
        double step = (double)(end - start) / Math.Max(1, count);
        for (int i = 0; i < count; i++)
        {
            long at = start + (long)(step * (i + (0.9 * DeterministicRandom.ToShare(random.NextUInt64()))));
            times[i] = i > 0 && random.Chance(0.05) ? times[i - 1] : at;
        }

        return times;
    }
}
