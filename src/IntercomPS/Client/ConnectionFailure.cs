using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace IntercomPS.Client;

/// <summary>Turns what the network did into the error that callers see.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether an exception tells of the network or of a broken answer, not of a fault of ours.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>True for failed connections, resets, and bodies that were cut short; also for a cancellation, which is the handler's own where nobody asked for one.</returns>
    public static bool Is(Exception exception) =>
        exception is HttpRequestException or IOException or WebException or SocketException or JsonException
        or InvalidDataException // a compressed body that was cut
        or OperationCanceledException;

    /// <summary>Makes the error.</summary>
    /// <param name="exception">What the network did.</param>
    /// <param name="host">The host that was asked.</param>
    /// <returns>The error.</returns>
    public static IntercomException ToError(Exception exception, string host)
    {
        if (NeverSent(exception))
        {
            return new IntercomException(
                ApiErrorKind.ConnectionRefused,
                $"No connection to {host} could be made. Check the network, the proxy and the address.",
                exception);
        }

        string what = exception is JsonException ? "The answer was cut short or is no JSON." : "The connection broke off.";
        return new IntercomException(ApiErrorKind.Unavailable, $"{what} Try again later.", exception);
    }

    /// <summary>Whether the request certainly never reached the server.</summary>
    private static bool NeverSent(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                // SocketsHttpHandler tells so of its ConnectTimeout.
                case OperationCanceledException { InnerException: TimeoutException }:
                // A handshake that failed comes before the request.
                case AuthenticationException:
                    return true;
#if NET
                case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }:
                    return true;
#endif
                case SocketException socket:
                    return socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound
                        or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable;
                case WebException web when web.Status is WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure
                    or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
