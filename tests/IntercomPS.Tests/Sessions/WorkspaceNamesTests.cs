using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying.Names;
using IntercomPS.Sessions;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Sessions;

[Collection(FakeTimeGroup.Name)]
public sealed class WorkspaceNamesTests
{
    private const string Tags = """{"type":"list","data":[{"type":"tag","id":5,"name":"bug"},{"type":"tag","id":"6"}]}""";

    [Fact]
    public async Task A_list_is_fetched_once_however_many_ask_at_once()
    {
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var fixture = Gated(gate);
        var names = new WorkspaceNames(new NameCache(), fixture.Client);
        Task<IReadOnlyList<WorkspaceName>>[] asked = [.. Enumerable.Range(0, 8).Select(_ => names.ListAsync(NameKind.Tag, CancellationToken.None))];
        gate.SetResult(true);

        foreach (IReadOnlyList<WorkspaceName> list in await Task.WhenAll(asked))
        {
            Assert.Equal([new WorkspaceName("5", "bug"), new WorkspaceName("6", "6")], list);
        }

        await names.ListAsync(NameKind.Tag, TestContext.Current.CancellationToken);
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task Each_kind_is_a_list_of_its_own()
    {
        using var fixture = new ClientFixture(request => Answers.Json(request.Path switch
        {
            "/admins" => """{"admins":[{"id":"1","name":"Mira","email":"mira@example.com"}]}""",
            "/teams" => """{"teams":[{"id":"2","name":"Billing"}]}""",
            _ => Tags,
        }));
        var names = new WorkspaceNames(new NameCache(), fixture.Client);

        Assert.Equal([new WorkspaceName("1", "Mira", "mira@example.com")], await names.ListAsync(NameKind.Admin, TestContext.Current.CancellationToken));
        Assert.Equal([new WorkspaceName("2", "Billing")], await names.ListAsync(NameKind.Team, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await names.ListAsync(NameKind.Tag, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task What_failed_is_asked_for_again()
    {
        using var fixture = new ClientFixture(
            request => request.Number == 1 ? Answers.Error(HttpStatusCode.Forbidden, "forbidden") : Answers.Json(Tags), retries: 0);
        var names = new WorkspaceNames(new NameCache(), fixture.Client);

        await Assert.ThrowsAsync<IntercomException>(() => names.ListAsync(NameKind.Tag, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await names.ListAsync(NameKind.Tag, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task One_who_stops_does_not_stop_another_who_waits_for_the_same()
    {
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var fixture = Gated(gate);
        var names = new WorkspaceNames(new NameCache(), fixture.Client);
        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<WorkspaceName>> first = names.ListAsync(NameKind.Tag, stop.Token);
        Task<IReadOnlyList<WorkspaceName>> second = names.ListAsync(NameKind.Tag, TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult(true);
        Assert.Equal(2, (await second).Count);
    }

    [Fact]
    public async Task One_who_waits_can_stop_while_the_fetch_goes_on()
    {
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var fixture = Gated(gate);
        var names = new WorkspaceNames(new NameCache(), fixture.Client);
        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<WorkspaceName>> first = names.ListAsync(NameKind.Tag, TestContext.Current.CancellationToken);
        Task<IReadOnlyList<WorkspaceName>> second = names.ListAsync(NameKind.Tag, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult(true);
        Assert.Equal(2, (await first).Count);
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task Contacts_of_an_address_are_remembered_whatever_its_capitals()
    {
        using var fixture = new ClientFixture(_ => Answers.Json(
            """{"data":[{"id":"1","email":"ada@example.com"},{"id":"2","email":"dada@example.com"},{"id":"3","email":"Ada@Example.com"}],"pages":{"next":null}}"""));
        var names = new WorkspaceNames(new NameCache(), fixture.Client);

        Assert.Equal(["1", "3"], await names.FindContactIdsAsync("ada@example.com", TestContext.Current.CancellationToken));
        Assert.Equal(["1", "3"], await names.FindContactIdsAsync(" ADA@example.com", TestContext.Current.CancellationToken));
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task White_space_around_an_address_is_not_sought()
    {
        using var fixture = new ClientFixture(_ => Answers.Json("""{"data":[{"id":"1","email":"ada@example.com"}],"pages":{"next":null}}"""));

        Assert.Equal(["1"], await new WorkspaceNames(new NameCache(), fixture.Client).FindContactIdsAsync(" ada@example.com ", TestContext.Current.CancellationToken));
    }

    private static ClientFixture Gated(TaskCompletionSource<bool> gate) => new(new ScriptedHandler(async (_, cancellationToken) =>
    {
        await gate.Task.WaitAsync(cancellationToken);
        return Answers.Json(Tags);
    }));
}
