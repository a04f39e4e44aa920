using System.Security;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>Makes secure strings, whose cmdlet the bare engine lacks.</summary>
internal static class SecureText
{
    internal static SecureString Of(string text)
    {
        var secure = new SecureString();
        foreach (char character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }
}
