using System;
using System.Collections;
using System.Management.Automation;
using System.Security;
using IntercomPS.Client;
using IntercomPS.Pipeline;
using IntercomPS.Sessions;

namespace IntercomPS.Cmdlets.Connection;

/// <summary>Opens a session to an Intercom workspace, which the other cmdlets of the same runspace then use.</summary>
/// <remarks>
///   <para>
///     The token comes from a parameter, or, with none of them, from the environment variable
///     INTERCOM_ACCESS_TOKEN. It is checked at once (GET /me), never shown, and never written anywhere.
///     A token is made in Intercom's Developer Hub; it needs the permissions to read conversations,
///     contacts and admins.
///   </para>
///   <para>
///     Without <see cref="Region"/> the workspace's region is found out, and a wrong one is put right.
///     The session belongs to the runspace: a second runbook, or another branch of ForEach-Object
///     -Parallel, connects on its own, or is handed a session by its parameter -Session.
///   </para>
/// </remarks>
/// <example>
///   <title>Connect with a token that is typed in</title>
///   <code>
///     $token = Read-Host -AsSecureString -Prompt 'Access token'
///     Connect-Intercom -AccessToken $token
///   </code>
///   <para>The token is neither shown nor kept in the history.</para>
/// </example>
/// <example>
///   <title>Connect in a scheduled task</title>
///   <code>Connect-Intercom -PassThru</code>
///   <para>The token comes from the environment variable INTERCOM_ACCESS_TOKEN; the session is written.</para>
/// </example>
/// <example>
///   <title>Try it out without an account</title>
///   <code>
///     $sandbox = Start-IntercomSandbox
///     Connect-Intercom -Sandbox
///     Stop-IntercomSandbox
///   </code>
///   <para>The sandbox is a made-up workspace on this machine.</para>
/// </example>
/// <seealso cref="DisconnectIntercomCommand"/>
/// <seealso cref="GetIntercomSessionCommand"/>
/// <seealso>about_IntercomPS</seealso>
[Cmdlet(VerbsCommunications.Connect, "Intercom", DefaultParameterSetName = EnvironmentSet)]
[OutputType(typeof(IntercomSession))]
public sealed class ConnectIntercomCommand : IntercomCmdlet
{
    private const string EnvironmentSet = "Environment";
    private const string AccessTokenSet = "AccessToken";
    private const string CredentialSet = "Credential";
    private const string ConnectionSet = "Connection";
    private const string SecretSet = "Secret";
    private const string SandboxSet = "Sandbox";

    /// <summary>The access token.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccessTokenSet)]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>A credential whose password is the access token; its user name is not looked at.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>A connection of Azure Automation, as Get-AutomationConnection gives it: a hashtable with AccessToken and, if wanted, Region, ApiVersion and BaseUri. Parameters go before what it says.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ConnectionSet)]
    [ValidateNotNull]
    public Hashtable? Connection { get; set; }

    /// <summary>The name of a secret of Microsoft.PowerShell.SecretManagement that holds the token, as a text, a secure string or a credential.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>The vault to look in; without it, all that are registered.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? Vault { get; set; }

    /// <summary>Connects to the sandbox that Start-IntercomSandbox started last.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>Where the workspace is hosted. Without it, that is found out.</summary>
    [Parameter]
    public IntercomRegion? Region { get; set; }

    /// <summary>The version of Intercom's API to speak.</summary>
    [Parameter]
    [ValidateSet("2.10", "2.11", "2.12", "2.13", "2.14", "2.15", "2.16")]
    [PSDefaultValue(Help = "2.15")]
    public string? ApiVersion { get; set; }

    /// <summary>Another address than Intercom's own, such as a gateway's: https, or http on this machine.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy to go through. Without it, the system's.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>How many seconds one answer may take. Intercom's big pages have been seen to take more than 20.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [PSDefaultValue(Help = "100")]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Writes the session. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Opens the session.</summary>
    protected override void ProcessRecord()
    {
        (AccessToken token, ConnectionDefaults defaults) = ReadToken();
        Uri? baseUri = Sandbox ? defaults.BaseUri : BaseUri ?? defaults.BaseUri;
        if (baseUri is not null && !IsSafe(baseUri))
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(
                "InvalidBaseUri", $"The address '{baseUri}' is neither https nor http on this machine; a token must not travel in the clear.", baseUri));
        }

        IntercomRegion? region = Region ?? defaults.Region;
        var request = new SessionRequest
        {
            Region = region,
            BaseUri = baseUri,
            ApiVersion = ApiVersion ?? defaults.ApiVersion ?? "2.15",
            Proxy = Proxy,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
        };

        IntercomSession? session = null;
        bool verbose = IsVerbose;
        RunWork(async (writer, cancellationToken) =>
        {
            var observer = new PipelineObserver(writer, new RequestStatistics(TimeProvider.System), verbose);
            session = await new SessionConnector(HttpClientFactory.Create, TimeProvider.System)
                .ConnectAsync(token, request, observer, cancellationToken).ConfigureAwait(false);
        });

        if (baseUri is null && region is not null && session!.Region != region)
        {
            WriteWarning($"The workspace is hosted in {session.Region}, not in {region}; the session uses {session.BaseUri.Host}.");
        }

        // The session before it stays open: a variable may hold it, for another workspace.
        SessionStore.Current = session;
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private (AccessToken Token, ConnectionDefaults Defaults) ReadToken()
    {
        try
        {
            return ParameterSetName switch
            {
                AccessTokenSet => (TokenReader.Read(AccessToken!), ConnectionDefaults.None),
                CredentialSet => (TokenReader.Read(Credential!.Password), ConnectionDefaults.None),
                ConnectionSet => ConnectionReader.Read(Connection!),
                SecretSet => (SecretReader.Read(SessionState, SecretName!, Vault), ConnectionDefaults.None),
                SandboxSet => SandboxRegistry.RequireConnection(),
                _ => (TokenReader.FromEnvironment() ?? throw new ArgumentException(
                    $"There is no token: use -AccessToken, -Credential, -Connection or -SecretName, or set the environment variable {TokenReader.EnvironmentVariable}."),
                    ConnectionDefaults.None),
            };
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument("AccessTokenUnusable", exception.Message, target: null));
            throw; // not reached: the line above throws
        }
    }
}
