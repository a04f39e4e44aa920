using System.Collections.Generic;
using System.Text.Json;

namespace IntercomPS.Sandbox.Search;

/// <summary>A part of a parsed query: a group or a filter.</summary>
internal abstract record QueryNode;

/// <summary>Filters and groups of which all (AND) or any (OR) must match.</summary>
internal sealed record QueryGroup(bool All, IReadOnlyList<QueryNode> Members) : QueryNode;

/// <summary>One comparison, its shape checked but not yet its field.</summary>
internal sealed record QueryFilter(string Field, string Operator, JsonElement Value) : QueryNode;
