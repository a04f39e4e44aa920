using System;

namespace IntercomPS.Sandbox.Api;

/// <summary>A request that the API refuses, with what its error envelope says.</summary>
internal sealed class ApiException : Exception
{
    public ApiException(int status, string code, string message, string? field = null)
        : base(message)
    {
        Status = status;
        Code = code;
        Field = field;
    }

    public int Status { get; }

    public string Code { get; }

    public string? Field { get; }

    public static ApiException InvalidParameter(string field, string message) => new(400, "parameter_invalid", message, field);

    public static ApiException InvalidCursor() => new(400, "client_error", "Invalid starting_after param");

    public static ApiException NotFound(string code = "not_found", string message = "Resource Not Found") => new(404, code, message);
}
