using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Sandbox.Api;

/// <summary>
/// The scroll over all companies (OpenAPI 2.16, scrollOverAllCompanies): one at a time, gone after a minute
/// without use and after its empty last page. Each request moves it on: a page that was lost is lost.
/// </summary>
internal sealed class CompanyScroll
{
    private const int PageSize = 100;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly SandboxCompany[] _companies;
    private readonly Func<DateTimeOffset> _clock;
    private string? _open;
    private int _position;
    private DateTimeOffset _usedAt;

    public CompanyScroll(IReadOnlyList<SandboxCompany> companies, Func<DateTimeOffset> clock)
    {
        _companies = companies.ToArray();
        _clock = clock;
    }

    /// <summary>Opens a scroll, or moves the open one on.</summary>
    /// <param name="key">The scroll's key; null opens one.</param>
    /// <param name="next">The key for the next page.</param>
    /// <returns>The page; empty at the end.</returns>
    public ArraySegment<SandboxCompany> Next(string? key, out string next)
    {
        lock (_gate)
        {
            DateTimeOffset now = _clock();
            _open = now - _usedAt > Life ? null : _open;
            if (key is null)
            {
                // The words of github.com/intercom/intercom-ruby, issue 292.
                _open = _open is null ? Guid.NewGuid().ToString() : throw new ApiException(400, "scroll_exists", "scroll already exists for this app");
                _position = 0;
            }
            else if (key != _open)
            {
                throw ApiException.NotFound("not_found", "scroll parameter not found");
            }

            next = _open!;
            _usedAt = now;
            int count = Math.Min(PageSize, _companies.Length - _position);
            var page = new ArraySegment<SandboxCompany>(_companies, _position, count);
            _position += count;
            _open = count == 0 ? null : _open;
            return page;
        }
    }
}
