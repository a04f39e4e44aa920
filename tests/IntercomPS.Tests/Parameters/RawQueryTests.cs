using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Management.Automation;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Parameters;

public sealed class RawQueryTests
{
    private const string Json =
        """{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"field":"created_at","operator":">","value":1700000000}]}""";

    [Fact]
    public void Json_is_read() => AssertSame(RawQuery.Read(Json));

    [Fact]
    public void Json_that_came_through_a_pipeline_is_read() => AssertSame(RawQuery.Read(PSObject.AsPSObject(Json)));

    [Fact]
    public void Hashtables_and_arrays_are_read() => AssertSame(RawQuery.Read(Group(StateFilter(), CreatedFilter())));

    [Fact]
    public void Values_that_the_engine_has_wrapped_are_read_like_plain_ones() => AssertSame(RawQuery.Read(PSObject.AsPSObject(
        Group(PSObject.AsPSObject(StateFilter()), PSObject.AsPSObject(CreatedFilter(PSObject.AsPSObject(1700000000)))))));

    [Fact]
    public void Ordered_dictionaries_are_read()
    {
        var group = new OrderedDictionary { ["operator"] = "AND", ["value"] = new List<object> { StateFilter(), CreatedFilter() } };

        AssertSame(RawQuery.Read(group));
    }

    [Fact]
    public void Custom_objects_are_read()
    {
        var group = new PSObject();
        group.Properties.Add(new PSNoteProperty("operator", "AND"));
        group.Properties.Add(new PSNoteProperty("value", new object[] { StateFilter(), CreatedFilter() }));

        AssertSame(RawQuery.Read(group));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"field":"no_such_field","operator":"=","value":1}""")]
    [InlineData("""{"field":"created_at","operator":"~","value":1}""")]
    public void What_is_no_query_is_refused(string json) => Assert.Throws<InvalidQueryException>(() => RawQuery.Read(json));

    [Fact]
    public void A_number_is_no_query() => Assert.Throws<InvalidQueryException>(() => RawQuery.Read(42));

    [Fact]
    public void A_group_of_sixteen_is_refused()
    {
        object[] filters = new object[16];
        Array.Fill(filters, StateFilter());

        Assert.Throws<InvalidQueryException>(() => RawQuery.Read(Group(filters)));
    }

    private static Hashtable Group(params object[] filters) => new() { ["operator"] = "AND", ["value"] = filters };

    private static Hashtable StateFilter() => new() { ["field"] = "state", ["operator"] = "=", ["value"] = "open" };

    private static Hashtable CreatedFilter(object? value = null) =>
        new() { ["field"] = "created_at", ["operator"] = ">", ["value"] = value ?? 1700000000 };

    private static void AssertSame(QueryNode actual) =>
        Assert.Equal(QueryJson.ToText(RawQuery.Read(Json)), QueryJson.ToText(actual));
}
