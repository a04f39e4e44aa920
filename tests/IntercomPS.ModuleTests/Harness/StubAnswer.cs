using System;
using System.Text;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>An answer of a <see cref="StubServer"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, JSON.</param>
internal sealed record StubAnswer(int Status, string Body)
{
    /// <summary>The answer to GET /me, with names that a test may choose.</summary>
    internal static StubAnswer Me(string admin = "Mira", string workspace = "Acme", string region = "US") => new(
        200,
        $$$"""{"type":"admin","id":"991","name":"{{{admin}}}","email":"mira@example.com","app":{"type":"app","id_code":"abc12","name":"{{{workspace}}}","timezone":"Etc/UTC","region":"{{{region}}}"}}""");

    /// <summary>A further header line, such as <c>Retry-After: 12</c>; null for none.</summary>
    internal string? Header { get; init; }

    /// <summary>How long the answer takes.</summary>
    internal TimeSpan Delay { get; init; }

    /// <summary>An error in Intercom's envelope.</summary>
    internal static StubAnswer Error(int status, string code, string message = "It is so.") => new(
        status, $$$"""{"type":"error.list","request_id":"req-77","errors":[{"code":"{{{code}}}","message":"{{{message}}}"}]}""");

    internal byte[] ToBytes()
    {
        byte[] body = Encoding.UTF8.GetBytes(Body);
        string head = $"HTTP/1.1 {Status} Status\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n"
            + (Header is null ? string.Empty : Header + "\r\n") + "\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
