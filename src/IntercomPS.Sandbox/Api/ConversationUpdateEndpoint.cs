using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Sandbox.Api;

/// <summary>Changes of a conversation's own fields (OpenAPI 2.16, updateConversation).</summary>
internal sealed class ConversationUpdateEndpoint
{
    private readonly SandboxWorkspace _workspace;
    private readonly SandboxOptions _options;
    private readonly ConversationEndpoints _conversations;

    public ConversationUpdateEndpoint(SandboxWorkspace workspace, SandboxOptions options, ConversationEndpoints conversations)
    {
        _workspace = workspace;
        _options = options;
        _conversations = conversations;
    }

    /// <summary>Reads the whole body before anything is changed, so that a bad part of it leaves all as it was.</summary>
    public void Update(ApiCall call, Utf8JsonWriter json)
    {
        using JsonDocument document = call.ReadJson();
        JsonElement body = document.RootElement;
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new ApiException(400, "bad_request", "The body must be an object");
        }

        var changes = new List<Action<SandboxConversation>>();
        foreach (JsonProperty property in body.EnumerateObject())
        {
            switch (property.Name)
            {
                case "read":
                    bool read = ReadFlag(property.Value);
                    changes.Add(c => c.Read = read);
                    break;
                case "title":
                    string? title = ReadText("title", property.Value);
                    changes.Add(c => c.Title = title);
                    break;
                case "custom_attributes":
                    changes.Add(ReadAttributes(property.Value));
                    break;
                case "company_id":
                    SandboxCompany? company = ReadCompany(property.Value);
                    changes.Add(c => c.Company = company);
                    break;
                default:
                    break; // passed over, as the API passes over what it does not know
            }
        }

        if (!_workspace.Update(call.Id, conversation => changes.ForEach(change => change(conversation)), _options.ReadClock()))
        {
            throw ApiException.NotFound();
        }

        _conversations.Get(call, json);
    }

    private static bool ReadFlag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw ApiException.InvalidParameter("read", "read must be a boolean");

    private static string? ReadText(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => throw ApiException.InvalidParameter(name, $"{name} must be a string"),
    };

    private static Action<SandboxConversation> ReadAttributes(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.InvalidParameter("custom_attributes", "custom_attributes must be an object");
        }

        Dictionary<string, object?> set = [];
        foreach (JsonProperty attribute in value.EnumerateObject())
        {
            set[attribute.Name] = AttributeValueReader.Read(attribute.Name, attribute.Value);
        }

        return conversation => conversation.Attributes =
        [
            .. conversation.Attributes.Where(attribute => !set.ContainsKey(attribute.Key)),
            .. set.Where(attribute => attribute.Value is not null).Select(attribute => new KeyValuePair<string, object>(attribute.Key, attribute.Value!)),
        ];
    }

    private SandboxCompany? ReadCompany(JsonElement value) => ReadText("company_id", value) is not string id
        ? null
        : _workspace.Companies.FirstOrDefault(c => c.Id == id) ?? throw ApiException.NotFound("company_not_found", "Company Not Found");
}
