using System;
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
        Predicate<T> matches = compiler.Compile(QueryParser.Parse(query));
        SortOrder<T> order = SortReader.Read(body, catalog, _id, _options.IgnoreSort);
        string key = $"{call.Version.HasPriorityLevels} {query.GetRawText()}";
        return Page<T>.Cut(Find(key, matches, order, compiler.DependsOnTouch), order, call.Page);
    }

    public Page<T> List(ApiCall call, Action<PageRequest> check)
    {
        call.Page = PageRequest.OfList(call, _perPage);
        check(call.Page);
        SortOrder<T> order = SortReader.Standard(_catalog(call.Version), _id);
        return Page<T>.Cut(Find("all", null, order, dependsOnTouch: false), order, call.Page);
    }

    private T[] Find(string query, Predicate<T>? matches, SortOrder<T> order, bool dependsOnTouch)
    {
        long touch = dependsOnTouch || order.Field == SortReader.StandardField ? _workspace.TouchVersion : 0;
        string key = $"{_workspace.Version} {touch} {order.Field} {order.Ascending} {query}";
        return _cache.GetOrAdd(key, () =>
        {
            T[] all = _all();
            T[] found = matches is null ? (T[])all.Clone() : Array.FindAll(all, matches);
            order.Sort(found);
            return found;
        });
    }
}
