using System;
using System.Collections.ObjectModel;
using System.Management.Automation;
using IntercomPS.Client;

namespace IntercomPS.Sessions;

/// <summary>Takes a token out of a vault of Microsoft.PowerShell.SecretManagement.</summary>
internal static class SecretReader
{
    // With the module's name, so that no function of the same name is handed the question.
    private const string Command = @"Microsoft.PowerShell.SecretManagement\Get-Secret";

    private const string Script = "param($Name, $Vault) $ErrorActionPreference = 'Stop'; "
        + "if ($Vault) { " + Command + " -Name $Name -Vault $Vault } else { " + Command + " -Name $Name }";

    /// <summary>Takes the token.</summary>
    /// <param name="state">The session state of the caller, which finds the module.</param>
    /// <param name="name">The secret's name.</param>
    /// <param name="vault">The vault; null for all.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">The module or the secret is not there, or the secret is no token.</exception>
    public static AccessToken Read(SessionState state, string name, string? vault)
    {
        if (state.InvokeCommand.GetCommand(Command, CommandTypes.Cmdlet | CommandTypes.Function) is null)
        {
            throw new ArgumentException(
                "-SecretName needs the module Microsoft.PowerShell.SecretManagement and a vault: Install-Module Microsoft.PowerShell.SecretManagement.");
        }

        Collection<PSObject> found;
        try
        {
            found = state.InvokeCommand.NewScriptBlock(Script).Invoke(name, vault);
        }
        catch (RuntimeException exception)
        {
            throw new ArgumentException($"The secret '{name}' could not be read: {exception.Message}", exception);
        }

        return found.Count == 1 && found[0] is { } secret
            ? ConnectionReader.ToToken(secret.BaseObject)
            : throw new ArgumentException($"There is no secret '{name}', or more than one.");
    }
}
