using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using IntercomPS.Client;

namespace IntercomPS.Sessions;

/// <summary>Reads a connection of Azure Automation: a hashtable with the fields of its connection type.</summary>
internal static class ConnectionReader
{
    private static readonly string[] TokenNames = ["AccessToken", "Token"];
    private static readonly string[] SupportedVersions = ["2.10", "2.11", "2.12", "2.13", "2.14", "2.15", "2.16"];

    /// <summary>Reads a connection.</summary>
    /// <param name="connection">The hashtable.</param>
    /// <returns>The token, and what else the connection says.</returns>
    /// <exception cref="ArgumentException">It has no token, or a field that makes no sense. The message holds no token.</exception>
    public static (AccessToken Token, ConnectionDefaults Defaults) Read(Hashtable connection)
    {
        foreach (string name in TokenNames)
        {
            if (Field(connection, name) is { } value)
            {
                return (ToToken(value), ToDefaults(connection));
            }
        }

        throw new ArgumentException("The connection has no field AccessToken.");
    }

    /// <summary>Takes a token out of a text, a secure string or a credential.</summary>
    /// <param name="value">What holds it.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">It holds none.</exception>
    public static AccessToken ToToken(object value) => value switch
    {
        SecureString secret => TokenReader.Read(secret),
        PSCredential credential => TokenReader.Read(credential.Password),
        string text => new AccessToken(text),
        _ => throw new ArgumentException($"A token is a text, a secure string or a credential, not a {value.GetType().Name}."),
    };

    private static ConnectionDefaults ToDefaults(Hashtable connection)
    {
        IntercomRegion? region = null;
        if (Text(connection, "Region") is { } regionName)
        {
            region = RegionHosts.Parse(regionName) ?? throw new ArgumentException($"The connection's Region '{regionName}' is none of US, EU, AU.");
        }

        Uri? baseUri = null;
        if (Text(connection, "BaseUri") is { } address && !Uri.TryCreate(address, UriKind.Absolute, out baseUri))
        {
            throw new ArgumentException($"The connection's BaseUri '{address}' is no address.");
        }

        string? version = Text(connection, "ApiVersion");
        if (version is not null && Array.IndexOf(SupportedVersions, version) < 0)
        {
            throw new ArgumentException($"The connection's ApiVersion '{version}' is none of {string.Join(", ", SupportedVersions)}.");
        }

        return new ConnectionDefaults(region, version, baseUri);
    }

    private static string? Text(Hashtable connection, string name) =>
        Convert.ToString(Field(connection, name), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static object? Field(Hashtable connection, string name)
    {
        foreach (DictionaryEntry entry in connection)
        {
            if (string.Equals(entry.Key as string, name, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            }
        }

        return null;
    }
}
