namespace IntercomPS.Text;

internal static class PlainText
{
    public static string FromHtml(string? html) => html ?? string.Empty;
}
