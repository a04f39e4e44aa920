using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>An HTTP server on loopback that gives any answer a test wants: what the sandbox, which is true to the API, never says.</summary>
/// <remarks>It serves as a proxy too: a proxy is asked for whole addresses.</remarks>
internal sealed class StubServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<StubRequest, StubAnswer> _answer;

    internal StubServer(Func<StubRequest, StubAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = Task.Run(AcceptAsync);
    }

    internal Uri BaseUri { get; }

    internal ConcurrentQueue<StubRequest> Requests { get; } = new();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        CancellationToken stop = _stop.Token;
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(stop);
                _ = Task.Run(() => ServeAsync(client, stop), CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                StubRequest request = await ReadAsync(stream, stop);
                Requests.Enqueue(request);
                StubAnswer answer = _answer(request);
                await Task.Delay(answer.Delay, stop);
                await stream.WriteAsync(answer.ToBytes(), stop);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private static async Task<StubRequest> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, stop);
            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n");
        string[] first = lines[0].Split(' ');
        string? length = Array.Find(lines, line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        byte[] body = new byte[length is null ? 0 : int.Parse(length.AsSpan(15), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        return new StubRequest(first[0], first[1], head.ToString(), Encoding.UTF8.GetString(body));
    }
}
