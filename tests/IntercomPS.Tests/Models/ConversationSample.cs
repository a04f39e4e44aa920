using System.Text.Json.Nodes;

namespace IntercomPS.Tests.Models;

/// <summary>A conversation with every field that the module reads, as the API writes it in one version or another.</summary>
internal static class ConversationSample
{
    public static JsonObject Full(string id = "77") => Merge(Item(id), """
        {
          "conversation_parts": {
            "type": "conversation_part.list", "total_count": 3,
            "conversation_parts": [
              { "type": "conversation_part", "id": 501, "part_type": "comment", "body": "<p>Here it is.</p>",
                "created_at": 1700000100, "updated_at": 1700000101, "notified_at": 1700000102, "external_id": "ext-1", "redacted": false, "state": "open",
                "author": { "type": "admin", "id": "9", "name": "Ada", "email": "ada@shop.example", "from_ai_agent": false },
                "assigned_to": { "type": "admin", "id": "9" },
                "attachments": [ { "type": "upload", "name": "a.png", "url": "https://files.example/a.png", "content_type": "image/png", "filesize": 12 } ],
                "tags": [ { "type": "tag", "id": "1", "name": "urgent", "applied_by": { "type": "admin", "name": "Ada" } } ] },
              { "id": "502", "part_type": "note", "body": "internal", "author": { "type": "admin", "id": "9" },
                "tags": { "type": "tag.list", "tags": [ { "name": "noted" } ] } },
              { "id": "503", "part_type": "close", "body": null, "author": { "type": "bot", "id": "3" }, "tags": null }
            ]
          }
        }
        """);

    public static JsonObject Item(string id = "77") => Merge(new JsonObject { ["id"] = id }, """
        {
          "type": "conversation", "title": "A broken lamp", "created_at": 1700000000, "updated_at": 1700000500,
          "waiting_since": 1700000200, "snoozed_until": null, "open": false, "state": "closed", "read": true, "priority": "priority",
          "admin_assignee_id": 9, "team_assignee_id": "12", "ai_agent_participated": true,
          "company": { "type": "company", "id": "c-1", "company_id": "shop-1", "name": "Shop" },
          "tags": { "type": "tag.list", "tags": [ { "type": "tag", "id": "5", "name": "refund", "applied_at": 1700000300, "applied_by": { "type": "admin", "id": "9" } } ] },
          "conversation_rating": { "rating": 4, "remark": "fine", "created_at": 1700000400, "updated_at": 1700000410,
            "contact": { "type": "contact", "id": "u-1", "external_id": "x" }, "teammate": { "type": "admin", "id": 9 } },
          "source": { "type": "email", "id": "s-1", "delivered_as": "customer_initiated", "subject": "Lamp", "body": "<p>It broke.</p>",
            "url": "https://shop.example/", "redacted": false, "attachments": [ { "name": "b.pdf", "filesize": "34" } ],
            "author": { "type": "user", "id": "u-1", "name": "Uma", "email": "uma@mail.example" } },
          "contacts": { "type": "contact.list", "contacts": [ { "type": "contact", "id": "u-1", "external_id": "x-1" } ] },
          "teammates": { "type": "admin.list", "teammates": [ { "type": "admin", "id": "9" } ] },
          "custom_attributes": { "CX Score rating": 3, "CX Score explanation": "was slow", "Order No": 12.5, "flags": [ true, null ], "deep": { "a": "b" } },
          "first_contact_reply": { "created_at": 1700000050, "type": "email", "url": null },
          "sla_applied": { "type": "conversation_sla_summary", "sla_name": "gold", "sla_status": "hit" },
          "statistics": { "type": "conversation_statistics", "time_to_assignment": 5, "time_to_admin_reply": 60, "time_to_first_close": 100,
            "time_to_last_close": 200, "median_time_to_reply": 30, "first_contact_reply_at": 1700000050, "first_assignment_at": 1700000005,
            "first_admin_reply_at": 1700000060, "first_close_at": 1700000100, "last_assignment_at": 1700000006,
            "last_assignment_admin_reply_at": 1700000061, "last_contact_reply_at": 1700000150, "last_admin_reply_at": 1700000160,
            "last_close_at": 1700000200, "last_closed_by_id": 9, "count_reopens": 1, "count_assignments": 2, "count_conversation_parts": 7,
            "handling_time": 40, "adjusted_handling_time": null,
            "assigned_team_first_response_time": [ { "team_id": 12, "team_name": "Support", "response_time": 55 } ],
            "assigned_team_first_response_time_in_office_hours": [ { "team_id": "12", "team_name": "Support", "response_time": 44 } ] },
          "linked_objects": { "type": "list", "total_count": 1, "data": [ { "type": "ticket", "id": "88" } ] },
          "ai_agent": { "source_type": "workflow", "source_title": "Hello", "last_answer_type": "ai_answer", "resolution_state": "escalated",
            "rating": 2, "rating_remark": "no", "created_at": 1700000010, "updated_at": 1700000020 },
          "topics": { "topics": [] }, "ticket": null
        }
        """);

    private static JsonObject Merge(JsonObject target, string json)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(json)!.AsObject())
        {
            target[name] = value?.DeepClone();
        }

        return target;
    }
}
