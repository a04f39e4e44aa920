using System.Linq;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class ColumnChoiceTests
{
    [Theory]
    [InlineData("contact_email", "contact_email")]
    [InlineData("ContactEmail", "contact_email")]
    [InlineData("CONTACT_EMAIL", "contact_email")]
    [InlineData(" cxscore ", "cx_score")]
    [InlineData("Id", "conversation_id")]
    [InlineData("ConversationId", "conversation_id")]
    [InlineData("TimeToFirstReply", "time_to_first_reply_seconds")]
    [InlineData("TimeToFirstReplySeconds", "time_to_first_reply_seconds")]
    public void A_column_is_found_by_every_spelling(string name, string column) =>
        Assert.Equal([column], ColumnChoice.Choose([name]).Select(found => found.Name));

    [Fact]
    public void The_order_asked_for_is_kept_and_each_column_comes_once() =>
        Assert.Equal(
            ["state", "conversation_id", "tags"],
            ColumnChoice.Choose(["State", "id", "state", "Tags", "conversation_id"]).Select(found => found.Name));

    [Fact]
    public void Wildcards_choose_several() =>
        Assert.Equal(["sla_name", "sla_status", "rating"], ColumnChoice.Choose(["Sla*", "ratin?"]).Select(found => found.Name));

    [Fact]
    public void A_star_chooses_all() => Assert.Equal(ConversationColumns.Full, ColumnChoice.Choose(["*"]));

    [Theory]
    [InlineData("contact_mail", "contact_email")]
    [InlineData("Email", "contact_email")]
    [InlineData("statee", "state")]
    [InlineData("nothing*", null)]
    [InlineData("", null)]
    [InlineData("a.c", null)]
    public void An_unknown_name_is_an_error_that_knows_the_nearest(string name, string? nearest)
    {
        var unknown = Assert.Throws<UnknownExportColumnException>(() => ColumnChoice.Choose(["state", name]));

        Assert.Equal(name, unknown.Name);
        Assert.Equal(3, unknown.Nearest.Count);
        Assert.Contains(unknown.Nearest[0], unknown.Message, System.StringComparison.Ordinal);
        if (nearest is not null)
        {
            Assert.Equal(nearest, unknown.Nearest[0]);
        }
    }

    [Fact]
    public void Only_contact_email_needs_a_look_up()
    {
        Assert.True(ColumnChoice.NeedsContactEmail(ConversationColumns.Normalized));
        Assert.False(ColumnChoice.NeedsContactEmail(ColumnChoice.Choose(["contact_id", "source_author_email"])));
    }
}
