using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>A page that has been asked for: its cursor first, the whole of it later.</summary>
internal sealed class PageFetch
{
    private readonly TaskCompletionSource<PageCursor?> _cursor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop;

    private PageFetch(SearchPageRequest request, CancellationTokenSource stop)
    {
        Request = request;
        _stop = stop;
        Page = Task.FromException<ConversationPage>(new InvalidOperationException());
    }

    /// <summary>What was asked for.</summary>
    public SearchPageRequest Request { get; }

    /// <summary>The page.</summary>
    public Task<ConversationPage> Page { get; private set; }

    /// <summary>Where the next page begins, known as soon as the answer shows it.</summary>
    public Task<PageCursor?> Cursor => _cursor.Task;

    /// <summary>Asks for a page.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page under way.</returns>
    public static PageFetch Start(IntercomClient client, SearchPageRequest request, CancellationToken cancellationToken)
    {
        var fetch = new PageFetch(request, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        fetch.Page = fetch.RunAsync(client);
        return fetch;
    }

    /// <summary>Lets go of what held the page while it was under way.</summary>
    public void Release() => _stop.Dispose();

    /// <summary>Gives the page up.</summary>
    /// <returns>A task that ends when nothing of it is left.</returns>
    public async Task AbandonAsync()
    {
        _stop.Cancel();
        await Task.WhenAny(Page).ConfigureAwait(false);
        _ = Page.Exception; // seen, so that it is not reported as unobserved
        _ = Cursor.Exception;
        _stop.Dispose();
    }

    private async Task<ConversationPage> RunAsync(IntercomClient client)
    {
        try
        {
            ConversationPage page = await client.SearchPageAsync(
                Request, cursor => _cursor.TrySetResult(cursor), _stop.Token).ConfigureAwait(false);
            _cursor.TrySetResult(page.Next);
            return page;
        }
        catch (Exception exception)
        {
            _cursor.TrySetException(exception);
            throw;
        }
    }
}
