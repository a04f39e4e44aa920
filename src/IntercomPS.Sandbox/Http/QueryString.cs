using System;
using System.Collections.Generic;
using System.Net;

namespace IntercomPS.Sandbox.Http;

/// <summary>Reads the query of a URL; of a name that comes twice, the last value counts.</summary>
internal static class QueryString
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in text.Split('&'))
        {
            int equals = pair.IndexOf('=');
            string name = equals < 0 ? pair : pair[..equals];
            string value = equals < 0 ? string.Empty : pair[(equals + 1)..];
            if (name.Length > 0)
            {
                values[WebUtility.UrlDecode(name)] = WebUtility.UrlDecode(value);
            }
        }

        return values;
    }
}
