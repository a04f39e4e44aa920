using System;
using System.Linq;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class ConversationColumnsTests
{
    private static readonly string[] Contract =
    [
        "conversation_id", "contact_id", "contact_email", "company_id", "created_at", "closed_at", "state", "tags", "rating",
        "rating_remark", "message_count", "time_to_first_reply_seconds", "time_to_resolution_seconds", "first_message_body",
    ];

    private static readonly string[] Promised =
    [
        "updated_at", "title", "priority", "source_type", "source_url", "admin_assignee_id", "team_assignee_id", "cx_score",
        "cx_score_explanation", "ai_agent_participated", "sla_name", "sla_status", "count_reopens", "custom_attributes",
    ];

    [Fact]
    public void The_normalized_columns_are_the_contract_in_its_order() =>
        Assert.Equal(Contract, ConversationColumns.Normalized.Select(column => column.Name));

    [Fact]
    public void The_full_schema_begins_with_the_normalized_one_and_names_nothing_twice()
    {
        string[] names = ConversationColumns.Of(ExportSchema.Full).Select(column => column.Name).ToArray();

        Assert.Equal(Contract, names.Take(Contract.Length));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[a-z]+(_[a-z]+)*$", name));
        Assert.Superset(Promised.ToHashSet(), names.ToHashSet());
    }

    [Fact]
    public void A_closed_conversation_has_a_close_time_and_a_resolution_time()
    {
        Conversation closed = ConversationSamples.Complete();

        Assert.Equal("2025-01-15T14:20:00Z", CellOf(closed, "closed_at"));
        Assert.Equal("13800", CellOf(closed, "time_to_resolution_seconds"));
        Assert.Equal("120", CellOf(closed, "time_to_first_reply_seconds"));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("snoozed")]
    public void A_reopened_conversation_has_neither_though_it_was_closed_once(string state)
    {
        var statistics = new ConversationStatistics
        {
            LastCloseAt = ConversationSamples.Closed,
            TimeToLastClose = TimeSpan.FromHours(1),
            TimeToAdminReply = TimeSpan.FromMinutes(1),
        };
        Conversation reopened = ConversationSamples.WithState(state, statistics);

        Assert.Equal(string.Empty, CellOf(reopened, "closed_at"));
        Assert.Equal(string.Empty, CellOf(reopened, "time_to_resolution_seconds"));
        Assert.Equal("60", CellOf(reopened, "time_to_first_reply_seconds"));
        Assert.Equal("2025-01-15T14:20:00Z", CellOf(reopened, "last_close_at"));
    }

    [Fact]
    public void A_closed_conversation_without_statistics_has_empty_cells()
    {
        Conversation closed = ConversationSamples.WithState("closed", statistics: null);

        foreach (string name in new[] { "closed_at", "message_count", "time_to_first_reply_seconds", "time_to_resolution_seconds" })
        {
            Assert.Equal(string.Empty, CellOf(closed, name));
        }
    }

    [Fact]
    public void Without_the_thread_the_message_count_is_the_one_of_Intercom() =>
        Assert.Equal("8", CellOf(ConversationSamples.Complete(), "message_count"));

    [Fact]
    public void With_the_thread_the_message_count_is_what_a_person_would_count()
    {
        Conversation conversation = ConversationSamples.WithParts(
            ConversationSamples.Part("1", "comment", "<p>reply</p>", "admin"),
            ConversationSamples.Part("2", "note", "<p>internal</p>", "admin"),
            ConversationSamples.Part("3", "note_and_reopen", "<p>internal</p>", "admin"),
            ConversationSamples.Part("4", "assignment", "<p>I hand you over</p>", "admin"),
            ConversationSamples.Part("5", "assignment", null, "admin"),
            ConversationSamples.Part("6", "close", string.Empty, "admin"),
            ConversationSamples.Part("7", "comment", "<p>thanks</p>", "user"),
            ConversationSamples.Part("8", "comment", "<p>answer of Fin</p>", "bot"),
            ConversationSamples.Part("9", "comment", "<p>by nobody</p>", null),
            ConversationSamples.Part("10", "comment", "<p>by a team</p>", "team"));

        Assert.Equal("5", CellOf(conversation, "message_count"));
        Assert.Equal("2", CellOf(conversation, "missing_part_count"));
    }

    [Fact]
    public void A_bare_conversation_has_only_what_it_must_have()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("bare.csv");
        ExportedFile.Write(new ExportOptions { Path = path, Format = ExportFormat.Csv, Columns = ConversationColumns.Full }, ConversationSamples.Bare("5"));

        var filled = ExportedFile.ReadCsv(path).Single().Where(cell => cell.Value.Length > 0).ToDictionary();

        Assert.Equal(["conversation_id", "created_at", "open", "read", "state", "updated_at"], filled.Keys.Order());
        Assert.Equal(("5", "true", "false"), (filled["conversation_id"], filled["open"], filled["read"]));
    }

    [Fact]
    public void A_time_that_the_API_did_not_give_is_empty() =>
        Assert.Equal(string.Empty, CellOf(new Conversation { Id = "1" }, "created_at"));

    [Fact]
    public void Subjects_become_plain_text() => Assert.Equal("It & that", CellOf(ConversationSamples.Complete(), "source_subject"));

    private static string CellOf(Conversation conversation, string column)
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("one.csv");
        ExportedFile.Write(new ExportOptions { Path = path, Format = ExportFormat.Csv, Columns = ColumnChoice.Choose(["Id", column]) }, conversation);
        return ExportedFile.ReadCsv(path).Single()[column];
    }
}
