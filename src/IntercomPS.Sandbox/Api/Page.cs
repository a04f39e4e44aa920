using System;
using IntercomPS.Sandbox.Search;

namespace IntercomPS.Sandbox.Api;

/// <summary>A page of a list.</summary>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Number">The page's number, from 1.</param>
/// <param name="PerPage">Rows a page.</param>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
internal sealed record Page<T>(ArraySegment<T> Rows, int Number, int PerPage, int Total, Cursor? Next)
{
    public int TotalPages => (Total + PerPage - 1) / PerPage;

    public static Page<T> Cut(T[] matches, SortOrder<T> order, PageRequest request)
    {
        int start = request.Cursor is Cursor cursor ? order.FindAfter(matches, cursor.Key, cursor.Id) : 0;
        int count = Math.Min(request.PerPage, matches.Length - start);
        int number = request.Cursor?.Page ?? 1;
        Cursor? next = null;
        if (start + count < matches.Length)
        {
            T last = matches[start + count - 1];
            next = new Cursor(order.KeyOf(last), order.IdOf(last), number + 1);
        }

        return new Page<T>(new ArraySegment<T>(matches, start, count), number, request.PerPage, matches.Length, next);
    }
}
