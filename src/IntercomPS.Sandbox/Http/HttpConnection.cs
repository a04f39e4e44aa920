using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Http;

/// <summary>Serves one connection until either side ends it.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly Func<HttpRequest, CancellationToken, Task<HttpResponse>> _answer;

    public HttpConnection(Socket socket, Func<HttpRequest, CancellationToken, Task<HttpResponse>> answer)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _answer = answer;
    }

    public async Task ServeAsync(CancellationToken cancellation)
    {
        try
        {
            var reader = new HttpRequestReader(_stream);
            bool goOn = true;
            while (goOn)
            {
                goOn = await ServeRequestAsync(reader, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the server stops: either way nobody is left to be told.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose() => _stream.Dispose();

    private async Task<bool> ServeRequestAsync(HttpRequestReader reader, CancellationToken cancellation)
    {
        HttpRequest? request;
        try
        {
            request = await reader.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (HttpProtocolException error)
        {
            using HttpResponse refusal = ErrorAnswer.Create(new ApiException(error.Status, "bad_request", error.Message));
            refusal.CloseConnection = true;
            await HttpResponseWriter.WriteAsync(_stream, refusal, hasBody: true, cancellation).ConfigureAwait(false);
            return false;
        }

        if (request is null)
        {
            return false;
        }

        using HttpResponse response = await _answer(request, cancellation).ConfigureAwait(false);
        response.CloseConnection |= !request.KeepAlive;
        if (response.Fault != WireFault.ResetBeforeAnswer)
        {
            await HttpResponseWriter.WriteAsync(_stream, response, request.Method != "HEAD", cancellation).ConfigureAwait(false);
        }

        if (response.Fault is WireFault.ResetBeforeAnswer or WireFault.ResetInBody)
        {
            // Closed without any time to linger, a socket sends a reset instead of an orderly end. The stream
            // would shut it down first, and the client would see that end.
            _socket.Close(0);
        }

        return response.Fault == WireFault.None && !response.CloseConnection;
    }
}
