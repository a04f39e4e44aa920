using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class ContactEmailResolverTests
{
    private readonly List<string[]> _questions = [];

    [Fact]
    public async Task Only_what_is_lacking_is_asked_for_each_contact_once()
    {
        Conversation[] page =
        [
            ConversationSamples.OfContact("1", "a"),
            ConversationSamples.OfContact("2", "b", "b@known.example"),
            ConversationSamples.OfContact("3", "a"),
            ConversationSamples.OfContact("4", null),
        ];

        await new ContactEmailResolver(AnswerAll).FillAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal([["a"]], _questions);
        Assert.Equal(["a@asked.example", "b@known.example", "a@asked.example", null], page.Select(item => item.ContactEmail));
    }

    [Fact]
    public async Task Questions_hold_fifty_ids_at_most()
    {
        Conversation[] page = Enumerable.Range(0, 120).Select(number => ConversationSamples.OfContact($"{number}", $"c{number}")).ToArray();

        await new ContactEmailResolver(AnswerAll).FillAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal([50, 50, 20], _questions.Select(question => question.Length));
        Assert.All(page, item => Assert.Equal($"{item.ContactId}@asked.example", item.ContactEmail));
    }

    [Fact]
    public async Task Answers_are_remembered_those_of_no_address_too()
    {
        var resolver = new ContactEmailResolver((ids, _) => Answer(ids, id => id == "none" ? null : string.Empty));
        for (int page = 0; page < 3; page++)
        {
            await resolver.FillAsync(
                [ConversationSamples.OfContact("1", "none"), ConversationSamples.OfContact("2", "empty")],
                TestContext.Current.CancellationToken);
        }

        Assert.Single(_questions);
    }

    [Fact]
    public async Task A_contact_that_the_answer_lacks_counts_as_without_address()
    {
        var resolver = new ContactEmailResolver((ids, _) => Answer(ids, _ => null, leaveOut: true));
        Conversation conversation = ConversationSamples.OfContact("1", "gone");

        await resolver.FillAsync([conversation], TestContext.Current.CancellationToken);
        await resolver.FillAsync([conversation], TestContext.Current.CancellationToken);

        Assert.Null(conversation.ContactEmail);
        Assert.Single(_questions);
    }

    [Fact]
    public async Task An_address_on_another_conversation_of_the_contact_saves_the_question()
    {
        Conversation lacking = ConversationSamples.OfContact("1", "a");

        await new ContactEmailResolver(AnswerAll).FillAsync(
            [lacking, ConversationSamples.OfContact("2", "a", "a@known.example")],
            TestContext.Current.CancellationToken);

        Assert.Empty(_questions);
        Assert.Equal("a@known.example", lacking.ContactEmail);
    }

    [Fact]
    public async Task The_memory_is_bounded_and_a_full_page_still_filled()
    {
        var resolver = new ContactEmailResolver(AnswerAll, capacity: 2);
        Conversation[] page = Enumerable.Range(0, 10).Select(number => ConversationSamples.OfContact($"{number}", $"c{number}")).ToArray();
        await resolver.FillAsync(page, TestContext.Current.CancellationToken);

        await resolver.FillAsync([ConversationSamples.OfContact("x", "c9"), ConversationSamples.OfContact("y", "c0")], TestContext.Current.CancellationToken);

        Assert.All(page, item => Assert.NotNull(item.ContactEmail));
        Assert.Equal(["c0"], _questions[^1]);
    }

    [Fact]
    public async Task A_failed_question_fails_the_export()
    {
        var resolver = new ContactEmailResolver((_, _) => throw new InvalidOperationException("no"));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => resolver.FillAsync([ConversationSamples.OfContact("1", "a")], TestContext.Current.CancellationToken));
    }

    private Task<IReadOnlyDictionary<string, string?>> AnswerAll(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Answer(ids, id => $"{id}@asked.example");

    private Task<IReadOnlyDictionary<string, string?>> Answer(IReadOnlyCollection<string> ids, Func<string, string?> email, bool leaveOut = false)
    {
        _questions.Add(ids.ToArray());
        IReadOnlyDictionary<string, string?> answer = leaveOut ? new Dictionary<string, string?>() : ids.ToDictionary(id => id, email);
        return Task.FromResult(answer);
    }
}
