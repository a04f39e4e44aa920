using System.Linq;
using System.Text.Json;
using IntercomPS.Sandbox.Json;
using IntercomPS.Sandbox.Search;

namespace IntercomPS.Sandbox.Api;

/// <summary>Search, list and get of contacts.</summary>
internal sealed class ContactEndpoints
{
    private const int StandardPage = 50;

    private readonly SandboxWorkspace _workspace;
    private readonly PageWriter _pages;
    private readonly RecordList<SandboxContact> _contacts;

    public ContactEndpoints(SandboxWorkspace workspace, SandboxOptions options, PageWriter pages)
    {
        _workspace = workspace;
        _pages = pages;
        SandboxContact[] contacts = workspace.Contacts.ToArray();
        _contacts = new RecordList<SandboxContact>(workspace, options, () => contacts, _ => ContactFields.Catalog, c => c.Id, StandardPage);
    }

    public void Search(ApiCall call, Utf8JsonWriter json) => WritePage(json, _contacts.Search(call, _ => { }));

    public void List(ApiCall call, Utf8JsonWriter json) => WritePage(json, _contacts.List(call, _ => { }));

    public void Get(ApiCall call, Utf8JsonWriter json)
    {
        SandboxContact contact = _workspace.FindContact(call.Id) ?? throw ApiException.NotFound("not_found", "User Not Found");
        ContactJson.Write(json, contact, _workspace.Id);
    }

    private void WritePage(Utf8JsonWriter json, Page<SandboxContact> page)
        => _pages.Write(json, page, ("list", "data"), "/contacts", 0, c => ContactJson.Write(json, c, _workspace.Id));
}
