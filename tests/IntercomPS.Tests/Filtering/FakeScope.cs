using System;
using System.Collections.Generic;
using System.Management.Automation;
using IntercomPS.Filtering;

namespace IntercomPS.Tests.Filtering;

/// <summary>Variables of a test, and a record of what was to be evaluated.</summary>
internal sealed class FakeScope : IFilterScope
{
    internal Dictionary<string, object?> Variables { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["n"] = 3,
        ["real"] = 2.5,
        ["name"] = "billing",
        ["names"] = new object[] { "vip", PSObject.AsPSObject("billing") },
        ["none"] = null,
        ["empty"] = Array.Empty<object>(),
        ["date"] = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
        ["fraction"] = new DateTimeOffset(2026, 1, 31, 12, 0, 0, 500, TimeSpan.Zero),
        ["span"] = TimeSpan.FromMinutes(90),
        ["script:limit"] = 4,
        ["secret"] = "s3cr3t-value",
        ["table"] = new Dictionary<string, object> { ["a"] = 1 },
    };

    internal List<string> Evaluated { get; } = [];

    internal object? Result { get; set; }

    public bool TryGetVariable(string path, out object? value) => Variables.TryGetValue(path, out value);

    public object? Evaluate(ScriptBlock? origin, string expression)
    {
        Evaluated.Add(expression);
        return Result;
    }
}
