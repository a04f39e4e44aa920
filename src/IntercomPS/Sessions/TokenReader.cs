using System;
using System.Runtime.InteropServices;
using System.Security;
using IntercomPS.Client;

namespace IntercomPS.Sessions;

/// <summary>Takes the token out of what holds it.</summary>
internal static class TokenReader
{
    /// <summary>The environment variable that is read when no parameter brings a token.</summary>
    public const string EnvironmentVariable = "INTERCOM_ACCESS_TOKEN";

    /// <summary>Takes a token out of a secure string.</summary>
    /// <param name="secret">The secure string.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">It is empty, or no token.</exception>
    public static AccessToken Read(SecureString secret)
    {
        IntPtr text = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return new AccessToken(Marshal.PtrToStringUni(text) ?? string.Empty);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }

    /// <summary>Takes the token out of the environment.</summary>
    /// <returns>The token; null when the variable is not set.</returns>
    /// <exception cref="ArgumentException">It is no token.</exception>
    public static AccessToken? FromEnvironment() =>
        Environment.GetEnvironmentVariable(EnvironmentVariable) is { } value && value.Trim().Length > 0
            ? new AccessToken(value)
            : null;
}
