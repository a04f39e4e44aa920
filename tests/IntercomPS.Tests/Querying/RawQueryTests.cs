using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Querying;

public sealed class RawQueryTests
{
    [Theory]
    [InlineData("""{"field":"state","operator":"=","value":"open"}""")]
    [InlineData("""{"field":"created_at","operator":">","value":1700000000}""")]
    [InlineData("""{"field":"waiting_since","operator":"!=","value":null}""")]
    [InlineData("""{"field":"custom_attributes.Order No","operator":"=","value":1.5}""")]
    [InlineData("""{"field":"admin_assignee_id","operator":"NIN","value":[1,2]}""")]
    [InlineData("""{"field":"read","operator":"=","value":true}""")]
    [InlineData("""{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"operator":"OR","value":[{"field":"id","operator":"=","value":"1"}]}]}""")]
    public void A_query_in_json_is_sent_as_it_is(string json)
    {
        QueryNode query = QueryJson.Parse(json);
        QueryLimits.Validate(query);

        Assert.Equal(json, QueryJson.ToText(query));
    }

    [Fact]
    public void Hashtables_and_arrays_of_any_kind_make_a_query()
    {
        var query = new OrderedDictionary
        {
            ["Operator"] = "AND",
            ["VALUE"] = new object[]
            {
                new Hashtable { ["field"] = "state", ["operator"] = "IN", ["value"] = new object[] { "open", "closed" } },
                new Dictionary<string, object?> { ["field"] = "created_at", ["operator"] = ">", ["value"] = 1700000000 },
                // PowerShell unrolls an array of one.
                new Hashtable { ["operator"] = "OR", ["value"] = new Hashtable { ["field"] = "read", ["operator"] = "=", ["value"] = true } },
                new Hashtable { ["field"] = "statistics.count_reopens", ["operator"] = ">", ["value"] = 2.0 },
                new Hashtable { ["field"] = "statistics.count_reopens", ["operator"] = "<", ["value"] = 9m },
            },
        };

        QueryNode node = QueryJson.FromPlain(query);
        QueryLimits.Validate(node);

        Assert.Equal(
            """{"operator":"AND","value":[{"field":"state","operator":"IN","value":["open","closed"]},{"field":"created_at","operator":">","value":1700000000},{"operator":"OR","value":[{"field":"read","operator":"=","value":true}]},{"field":"statistics.count_reopens","operator":">","value":2},{"field":"statistics.count_reopens","operator":"<","value":9}]}""",
            QueryJson.ToText(node));
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    [InlineData("7", "is a filter {field, operator, value}")]
    [InlineData("[]", "is a filter {field, operator, value}")]
    [InlineData("""{"query":{"field":"state","operator":"=","value":"open"}}""", "only what stands under \"query\"")]
    [InlineData("""{"field":"state","value":"open"}""", "'state' has no operator")]
    [InlineData("""{"field":"state","operator":"="}""", "'state' has no value")]
    [InlineData("""{"operator":"XOR","value":[]}""", "AND or OR")]
    [InlineData("""{"operator":"AND","value":"x"}""", "is a filter {field, operator, value}")]
    [InlineData("""{"operator":"AND","value":null}""", "is a filter {field, operator, value}")]
    [InlineData("""{"operator":"AND","value":[]}""", "An AND group of the query is empty")]
    [InlineData("""{"operator":"AND","value":[{"operator":"OR","value":[{"operator":"AND","value":[{"field":"read","operator":"=","value":true}]}]}]}""", "more than 2 levels")]
    [InlineData("""{"field":"creatd_at","operator":"=","value":1}""", "Did you mean 'created_at'")]
    [InlineData("""{"field":"score","operator":"=","value":1}""", "'conversation_rating.score'")]
    [InlineData("""{"field":"custom_attributes.","operator":"=","value":1}""", "has no field 'custom_attributes.'")]
    [InlineData("""{"field":"zzzzzzzzzzzz","operator":"=","value":1}""", "'custom_attributes.' and its exact name")]
    [InlineData("""{"field":"created_at","operator":"~","value":1}""", "does not take the operator '~'. 'created_at' is of the type time in seconds since 1970 and takes: = != IN NIN > <.")]
    [InlineData("""{"field":"state","operator":">","value":"a"}""", "does not take the operator '>'")]
    [InlineData("""{"field":"read","operator":">","value":true}""", "does not take the operator '>'")]
    [InlineData("""{"field":"state","operator":"like","value":"a"}""", "'like' is no operator")]
    [InlineData("""{"field":"state","operator":"IN","value":"a"}""", "needs a list of values")]
    [InlineData("""{"field":"state","operator":"IN","value":[]}""", "is empty")]
    [InlineData("""{"field":"state","operator":"=","value":["a"]}""", "use the operator IN or NIN")]
    [InlineData("""{"field":"created_at","operator":">","value":"yesterday"}""", "'yesterday' is none")]
    [InlineData("""{"field":"created_at","operator":">","value":1.5}""", "'1.5' is none")]
    [InlineData("""{"field":"read","operator":"=","value":"maybe"}""", "type boolean; 'maybe' is none")]
    [InlineData("""{"field":"created_at","operator":">","value":1700000000000}""", "looks like milliseconds")]
    [InlineData("""{"field":"created_at","operator":">","value":"1700000000000"}""", "looks like milliseconds")]
    [InlineData("""{"field":"created_at","operator":"IN","value":[1700000000,1700000000000]}""", "looks like milliseconds")]
    [InlineData("""{"field":"custom_attributes.x","operator":"IN","value":[["a"]]}""", "is none")]
    public void A_query_that_the_server_would_refuse_or_misread_is_refused_here(string json, string message)
    {
        InvalidQueryException error = Assert.Throws<InvalidQueryException>(() => QueryLimits.Validate(QueryJson.Parse(json)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void A_group_holds_fifteen_filters(int count, bool fits)
    {
        var group = new QueryGroup(QueryGroup.Or, Enumerable.Repeat<QueryNode>(new QueryFilter("id", "=", "1"), count).ToList());

        Exception? error = Record.Exception(() => QueryLimits.Validate(group));

        Assert.Equal(fits, error is null);
    }

    [Fact]
    public void Every_documented_field_takes_an_operator_of_its_type()
    {
        Assert.Equal(56, SearchField.Names.Count);
        Assert.All(SearchField.Names, name => Assert.NotEmpty(SearchOperator.For(SearchField.TypeOf(name)!.Value)));
        Assert.Null(SearchField.TypeOf("Created_At"));
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("State", "state", 0)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_of_names_is_counted_in_letters(string first, string second, int distance) =>
        Assert.Equal((distance, distance), (EditDistance.Between(first, second), EditDistance.Between(second, first)));
}
