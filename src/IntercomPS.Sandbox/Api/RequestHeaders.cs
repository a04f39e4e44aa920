using System;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox.Api;

/// <summary>Checks the headers that every request must have right.</summary>
internal static class RequestHeaders
{
    private static readonly string[] Accepted = ["application/json", "application/*", "*/*"];

    /// <summary>OpenAPI 2.15, download/reporting_data: the header has one value that it may have.</summary>
    private static readonly string[] AcceptedForDownloads = ["application/octet-stream"];

    public static ApiVersion ReadVersion(HttpRequest request, string standard)
    {
        string text = request.Header("Intercom-Version") ?? standard;

        // The endpoints of the sandbox came with 2.0; the versions 1.0 to 1.4 had others.
        return ApiVersion.TryParse(text, out ApiVersion version) && version.Major >= 2
            ? version
            : throw new ApiException(400, "intercom_version_invalid", "The requested version could not be found");
    }

    public static void CheckAccept(HttpRequest request, bool isDownload)
    {
        string[] accepted = isDownload ? AcceptedForDownloads : Accepted;
        foreach (string range in (request.Header("Accept") ?? string.Empty).Split(','))
        {
            if (Array.IndexOf(accepted, range.Split(';')[0].Trim().ToLowerInvariant()) >= 0)
            {
                return;
            }
        }

        throw new ApiException(406, "media_type_not_acceptable", $"The Accept header should send a media type of {accepted[0]}");
    }
}
