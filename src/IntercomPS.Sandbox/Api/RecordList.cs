using System;
using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Search;

namespace IntercomPS.Sandbox.Api;

/// <summary>Searches and lists one kind of record.</summary>
internal sealed class RecordList<T>
{
    private readonly MatchCache<T> _cache = new();
    private readonly SandboxWorkspace _workspace;
    private readonly SandboxOptions _options;
    private readonly Func<T[]> _all;
    private readonly Func<ApiVersion, FieldCatalog<T>> _catalog;
    private readonly Func<T, string> _id;
    private readonly int _perPage;

    public RecordList(
        SandboxWorkspace workspace, SandboxOptions options, Func<T[]> all, Func<ApiVersion, FieldCatalog<T>> catalog, Func<T, string> id, int perPage)
    {
        _workspace = workspace;
        _options = options;
        _all = all;
        _catalog = catalog;
        _id = id;
        _perPage = perPage;
    }

    /// <summary>When a record was created, in Unix seconds, where they are sorted by it; null where they are not.</summary>
    public Func<T, long>? Created { get; init; }

    public Page<T> Search(ApiCall call, Action<PageRequest> check)
    {
        using JsonDocument document = call.ReadJson();
        JsonElement body = document.RootElement;
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("query", out JsonElement query))
        {
            throw new ApiException(400, "parameter_not_found", "The query is missing", "query");
        }

        call.Page = PageRequest.OfSearch(body, _perPage);
        check(call.Page);
        FieldCatalog<T> catalog = _catalog(call.Version);
        var compiler = new FilterCompiler<T>(catalog, _options.StrictComparison);
        QueryNode parsed = QueryParser.Parse(query);
        Predicate<T> matches = compiler.Compile(parsed);
        SortOrder<T> order = SortReader.Read(body, catalog, _id, _options.IgnoreSort);
        string key = $"{call.Version.HasPriorityLevels} {query.GetRawText()}";
        return Page<T>.Cut(Find(key, () => Matching(parsed, matches), order, compiler.DependsOnTouch), order, call.Page);
    }

    public Page<T> List(ApiCall call, Action<PageRequest> check)
    {
        call.Page = PageRequest.OfList(call, _perPage);
        check(call.Page);
        SortOrder<T> order = SortReader.Standard(_catalog(call.Version), _id);
        return Page<T>.Cut(Find("all", () => (T[])_all().Clone(), order, dependsOnTouch: false), order, call.Page);
    }

    private T[] Matching(QueryNode query, Predicate<T> matches)
    {
        T[] all = _all();
        if (Created is null)
        {
            return Array.FindAll(all, matches);
        }

        var found = new List<T>();
        foreach (T record in CreationRange.Of(all, Created, query))
        {
            if (matches(record))
            {
                found.Add(record);
            }
        }

        return found.ToArray();
    }

    private T[] Find(string query, Func<T[]> find, SortOrder<T> order, bool dependsOnTouch)
    {
        long touch = dependsOnTouch || order.Field == SortReader.StandardField ? _workspace.TouchVersion : 0;
        string key = $"{_workspace.Version} {touch} {order.Field} {order.Ascending} {query}";
        return _cache.GetOrAdd(key, () =>
        {
            T[] found = find();
            order.Sort(found);
            return found;
        });
    }
}
