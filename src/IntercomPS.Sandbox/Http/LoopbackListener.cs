using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Sandbox.Http;

/// <summary>
/// Accepts connections on 127.0.0.1, never on another address. A listener of our own, not HttpListener: that one
/// needs a URL reservation on Windows for other users and cannot send resets or cut answers short.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int Backlog = 512;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AcceptRetry = TimeSpan.FromMilliseconds(10);

    private readonly TcpListener _listener;
    private readonly Func<HttpRequest, CancellationToken, Task<HttpResponse>> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<HttpConnection, Task> _connections = new();
    private readonly Task _accepting;
    private int _stopped;

    public LoopbackListener(int port, Func<HttpRequest, CancellationToken, Task<HttpResponse>> answer)
    {
        _answer = answer;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(Backlog);
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = Task.Run(AcceptAsync);
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Closes the port and all connections and waits until nothing of them runs.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        _stop.Cancel();
        _listener.Stop();
        _accepting.Wait(StopLimit);
        foreach (HttpConnection connection in _connections.Keys)
        {
            connection.Dispose();
        }

        Task.WhenAll(_connections.Values).Wait(StopLimit);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                if (_stop.IsCancellationRequested)
                {
                    return;
                }

                // The client took the connection back before it was accepted, or the machine is short of sockets.
                await Task.Delay(AcceptRetry).ConfigureAwait(false);
                continue;
            }

            Serve(new HttpConnection(socket, _answer));
        }
    }

    private void Serve(HttpConnection connection)
    {
        Task serving = Task.Run(() => connection.ServeAsync(_stop.Token));
        _connections[connection] = serving;
        _ = serving.ContinueWith(
            _ => _connections.TryRemove(connection, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
