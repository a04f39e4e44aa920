using System;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace IntercomPS.Client;

/// <summary>An access token, which shows itself to nobody but the server.</summary>
internal sealed class AccessToken
{
    private readonly string _value;

    /// <summary>Takes a token.</summary>
    /// <param name="value">The token; white space around it is left out.</param>
    /// <exception cref="ArgumentException">There is none, or it has characters that no header can carry. The message does not hold it.</exception>
    public AccessToken(string value)
    {
        _value = value.Trim();
        if (_value.Length == 0)
        {
            throw new ArgumentException("The access token is empty.");
        }

        foreach (char character in _value)
        {
            if (character is <= ' ' or > '~')
            {
                throw new ArgumentException("The access token holds characters that no token has, such as a line break or a letter beyond ASCII.");
            }
        }
    }

    /// <summary>A hash of the token, to tell tokens apart.</summary>
    public string Fingerprint
    {
        get
        {
            byte[] bytes = Encoding.UTF8.GetBytes(_value);
#if NET
            return Convert.ToBase64String(SHA256.HashData(bytes));
#else
            using var sha256 = SHA256.Create();
            return Convert.ToBase64String(sha256.ComputeHash(bytes));
#endif
        }
    }

    /// <summary>The header that carries the token.</summary>
    /// <returns>A bearer header.</returns>
    public AuthenticationHeaderValue ToHeader() => new("Bearer", _value);

    /// <summary>Never the token.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "(access token)";
}
