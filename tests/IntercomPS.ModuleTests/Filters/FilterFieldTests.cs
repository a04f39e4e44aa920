using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Filters;

/// <summary>Every field with every operator that it takes, against the same question put to the sandbox's data.</summary>
public sealed class FilterFieldTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public FilterFieldTests(SharedWorkspace shared) => _module = shared.Module;

    public static TheoryData<string> Names => [.. SandboxFields.All.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_is_compared_as_its_operators_say(string name)
    {
        SandboxField field = SandboxFields.All.Single(field => field.Name == name);
        int found = 0;
        foreach ((string filter, Func<IReadOnlyList<object>, bool> holds) in Filters(field))
        {
            string[] expected = [.. _module.NewestFirst.Where(conversation => holds([.. field.Read(conversation)])).Select(conversation => conversation.Id)];
            IReadOnlyList<string> ids = _module.Ids($"Search-IntercomConversation -Filter \"{filter.Replace("$", "`$", StringComparison.Ordinal)}\"");
            Assert.True(expected.SequenceEqual(ids), $"{filter}: expected {expected.Length}, found {ids.Count}");
            found += expected.Length;
        }

        Assert.NotEqual(0, found);
    }

    private IEnumerable<(string Filter, Func<IReadOnlyList<object>, bool> Holds)> Filters(SandboxField field)
    {
        IReadOnlyList<object> samples = field.Samples(_module.NewestFirst);
        (object value, object other) = (samples[0], samples[1]);
        (string text, string otherText) = (field.Write(value), field.Write(other));
        yield return ($"{field.Name} -eq {text}", values => values.Contains(value));
        yield return ($"{field.Name} -ne {text}", values => !values.Contains(value));
        yield return ($"{field.Name} -in {text}, {otherText}", values => values.Contains(value) || values.Contains(other));
        yield return ($"{field.Name} -notin {text}, {otherText}", values => !values.Contains(value) && !values.Contains(other));
        yield return ($"-not ({field.Name} -eq {text} -or {field.Name} -eq {otherText})", values => !values.Contains(value) && !values.Contains(other));
        if (field.Name is "admin_assignee_id" or "team_assignee_id")
        {
            yield return ($"{field.Name} -eq $null", values => values.Contains(0L));
            yield return ($"{field.Name} -ne 'None'", values => !values.Contains(0L));
        }
        else if (field.Name != "channel_initiated")
        {
            yield return ($"{field.Name} -eq $null", values => values.Count == 0);
            yield return ($"{field.Name} -ne $null", values => values.Count > 0);
        }

        bool ordered = field.Kind is SandboxFieldKind.Number or SandboxFieldKind.Time;
        IEnumerable<(string, Func<IReadOnlyList<object>, bool>)> more = ordered ? Orders(field, value) : field.Kind == SandboxFieldKind.Text ? Patterns(field, (string)value) : [];
        foreach ((string, Func<IReadOnlyList<object>, bool>) filter in more)
        {
            yield return filter;
        }
    }

    private static IEnumerable<(string Filter, Func<IReadOnlyList<object>, bool> Holds)> Orders(SandboxField field, object value)
    {
        string text = field.Write(value);
        yield return ($"{field.Name} -gt {text}", values => values.Any(item => Compare(item, value) > 0));
        yield return ($"{field.Name} -ge {text}", values => values.Any(item => Compare(item, value) >= 0));
        yield return ($"{field.Name} -lt {text}", values => values.Any(item => Compare(item, value) < 0));
        yield return ($"{field.Name} -le {text}", values => values.Any(item => Compare(item, value) <= 0));
        yield return ($"-not ({field.Name} -le {text})", values => !values.Any(item => Compare(item, value) <= 0));
    }

    private static IEnumerable<(string Filter, Func<IReadOnlyList<object>, bool> Holds)> Patterns(SandboxField field, string value)
    {
        int length = Math.Max(1, value.Length / 2);
        string start = value[..length];
        string end = value[^length..];
        string middle = value.Substring(value.Length / 4, length);
        yield return ($"{field.Name} -like {Pattern(string.Empty, middle.ToUpperInvariant(), "*", field)}", values => values.Any(item => Is(item, middle, contains: true)));
        yield return ($"{field.Name} -notlike {Pattern(string.Empty, middle, "*", field)}", values => !values.Any(item => Is(item, middle, contains: true)));
        if (field.Name == "channel_initiated")
        {
            yield break; // conversations do not show it, so that only what Intercom can be asked is possible
        }

        yield return ($"{field.Name} -like {Pattern(start, string.Empty, string.Empty, field)}", values => values.Any(item => ((string)item).StartsWith(start, StringComparison.OrdinalIgnoreCase)));
        yield return ($"{field.Name} -like {field.Write("*" + WildcardPattern.Escape(end))}", values => values.Any(item => ((string)item).EndsWith(end, StringComparison.OrdinalIgnoreCase)));
        yield return ($"{field.Name} -notlike {Pattern(start, string.Empty, string.Empty, field)}", values => !values.Any(item => ((string)item).StartsWith(start, StringComparison.OrdinalIgnoreCase)));
        yield return ($"{field.Name} -like '*'", values => values.Count > 0);
    }

    private static string Pattern(string start, string middle, string star, SandboxField field) =>
        field.Write(WildcardPattern.Escape(start) + star + WildcardPattern.Escape(middle) + "*");

    private static bool Is(object item, string part, bool contains) =>
        ((string)item).Contains(part, StringComparison.OrdinalIgnoreCase) == contains;

    private static int Compare(object item, object bound) => Convert.ToDouble(item, null).CompareTo(Convert.ToDouble(bound, null));
}
