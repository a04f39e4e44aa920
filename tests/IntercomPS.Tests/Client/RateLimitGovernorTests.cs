using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class RateLimitGovernorTests
{
    private readonly FakeTime _time = new();
    private readonly RecordingObserver _observer = new();
    private readonly RateLimitGovernor _governor;

    public RateLimitGovernorTests()
    {
        _governor = new RateLimitGovernor(_time);
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The end of the server's window: seven seconds after the fake clock begins.</summary>
    private static DateTimeOffset FirstReset { get; } = DateTimeOffset.FromUnixTimeSeconds(1_800_000_010);

    [Fact]
    public async Task The_first_request_goes_alone_and_its_answer_lets_the_others_go()
    {
        RateLimitPermit first = await GrantedAsync();
        Task<RateLimitPermit>[] others = Enumerable.Range(0, 5).Select(_ => AcquireAsync()).ToArray();
        await _time.RunAsync(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(others, task => task.IsCompleted);
        Assert.Equal(0, _observer.WaitsBegun);

        _governor.Complete(first, Answer(166));

        await Task.WhenAll(others).WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_first_request_without_an_answer_leaves_the_next_one_alone_too()
    {
        _governor.Complete(await GrantedAsync(), RateLimitAnswer.None);
        await GrantedAsync();
        Task<RateLimitPermit> second = AcquireAsync();
        await _time.SettleAsync();

        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Never_more_are_under_way_than_are_left()
    {
        _governor.Complete(await GrantedAsync(), Answer(3));
        await GrantedAsync();
        await GrantedAsync();
        RateLimitPermit third = await GrantedAsync();
        Task<RateLimitPermit> fourth = AcquireAsync();
        await _time.SettleAsync();
        Assert.False(fourth.IsCompleted);
        // Not for the quota yet: an answer under way may bring another chance.
        Assert.Equal(0, _observer.WaitsBegun);

        _governor.Complete(third, Answer(0));
        await FakeTime.UntilAsync(() => !_observer.Waits.IsEmpty);

        Assert.False(fourth.IsCompleted);
        Assert.Equal(1, _observer.WaitsBegun);
        (DateTimeOffset until, TimeSpan duration) = Assert.Single(_observer.Waits);
        Assert.Equal(until - Now, duration);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(-600)]
    public async Task An_exhausted_quota_is_waited_for_until_the_server_s_reset(int skew)
    {
        var ahead = TimeSpan.FromSeconds(skew);
        _governor.Complete(await GrantedAsync(), Answer(0, FirstReset + ahead, date: Now + ahead));
        Task<RateLimitPermit> next = AcquireAsync();

        await _time.RunUntilAsync(next, TimeSpan.FromSeconds(20));

        // The Date header has whole seconds, so that a second's doubt remains after one answer.
        Assert.InRange(Now, FirstReset, FirstReset.AddSeconds(1.2));
        Assert.Equal((1, 1), (_observer.WaitsBegun, _observer.WaitsEnded));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    public async Task Without_a_date_a_reset_that_cannot_be_is_a_window_away(int skew)
    {
        _governor.Complete(await GrantedAsync(), Answer(0, FirstReset.AddSeconds(skew)) with { Date = null });
        DateTimeOffset asked = Now;

        await _time.RunUntilAsync(AcquireAsync(), TimeSpan.FromSeconds(20));

        Assert.InRange(Now - asked, TimeSpan.FromSeconds(9.9), TimeSpan.FromSeconds(10.2));
    }

    [Fact]
    public async Task Late_answers_of_an_old_window_say_nothing_of_the_new_one()
    {
        _governor.Complete(await GrantedAsync(), Answer(100));
        RateLimitPermit slow = await GrantedAsync();
        await _time.RunAsync(TimeSpan.FromSeconds(9));
        RateLimitPermit fresh = await GrantedAsync();
        _governor.Complete(fresh, Answer(150, FirstReset.AddSeconds(10)));

        _governor.Complete(slow, Answer(0));

        await GrantedAsync();
        Assert.Equal(150, _governor.LastSeen!.Remaining);
    }

    [Fact]
    public async Task Answers_to_requests_sent_before_the_window_was_known_count_in_it()
    {
        _governor.Complete(await GrantedAsync(), Answer(50));
        RateLimitPermit first = await GrantedAsync();
        RateLimitPermit second = await GrantedAsync();

        // The server rolled earlier than supposed: both were counted in its new window.
        _governor.Complete(first, Answer(5, FirstReset.AddSeconds(10)));
        _governor.Complete(second, Answer(0, FirstReset.AddSeconds(10)));

        Assert.False(AcquireAsync().IsCompleted);
    }

    [Fact]
    public async Task An_answer_without_headers_counts_as_one_used()
    {
        _governor.Complete(await GrantedAsync(), Answer(1));
        _governor.Complete(await GrantedAsync(), new RateLimitAnswer(Came: true, null, null, false, null));

        Assert.False(AcquireAsync().IsCompleted);
    }

    [Fact]
    public async Task Where_no_answer_has_headers_there_is_no_limit()
    {
        _governor.Complete(await GrantedAsync(), new RateLimitAnswer(Came: true, null, null, false, null));

        for (int request = 0; request < 500; request++)
        {
            _governor.Complete(await GrantedAsync(), new RateLimitAnswer(Came: true, null, null, false, null));
        }

        Assert.Null(_governor.LastSeen);
    }

    [Fact]
    public async Task A_refusal_that_says_for_how_long_is_obeyed()
    {
        _governor.Complete(await GrantedAsync(), Answer(0) with { IsRefusal = true, RetryAfter = TimeSpan.FromSeconds(33) });
        DateTimeOffset asked = Now;

        await _time.RunUntilAsync(AcquireAsync(), TimeSpan.FromSeconds(60));

        Assert.InRange(Now - asked, TimeSpan.FromSeconds(33), TimeSpan.FromSeconds(33.2));
    }

    [Fact]
    public async Task Refusals_that_say_nothing_are_backed_off_from_exponentially()
    {
        var refusal = new RateLimitAnswer(Came: true, null, null, IsRefusal: true, null);
        RateLimitPermit permit = await GrantedAsync();
        var waits = new List<double>();
        for (int attempt = 0; attempt < 7; attempt++)
        {
            _governor.Complete(permit, refusal);
            DateTimeOffset asked = Now;
            permit = await _time.RunUntilAsync(AcquireAsync(), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
            waits.Add((Now - asked).TotalSeconds);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 32], waits);
    }

    [Fact]
    public async Task Refusals_of_one_burst_are_one_and_a_single_request_tries_first_afterwards()
    {
        _governor.Complete(await GrantedAsync(), new RateLimitAnswer(Came: true, null, null, false, null));
        RateLimitPermit[] burst = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AcquireAsync()));
        foreach (RateLimitPermit permit in burst)
        {
            _governor.Complete(permit, new RateLimitAnswer(Came: true, null, null, IsRefusal: true, null));
        }

        Task<RateLimitPermit>[] again = burst.Select(_ => AcquireAsync()).ToArray();
        await _time.RunAsync(TimeSpan.FromSeconds(1.5));

        RateLimitPermit probe = await Assert.Single(again, task => task.IsCompleted);
        _governor.Complete(probe, new RateLimitAnswer(Came: true, null, null, false, null));
        await Task.WhenAll(again).WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_slow_probe_holds_the_others_for_two_seconds_only()
    {
        _governor.Complete(await GrantedAsync(), Answer(0) with { IsRefusal = true });
        Task<RateLimitPermit>[] waiting = [AcquireAsync(), AcquireAsync()];
        await _time.RunUntilAsync(Task.WhenAny(waiting), TimeSpan.FromSeconds(20));
        DateTimeOffset probed = Now;

        await _time.RunUntilAsync(Task.WhenAll(waiting), TimeSpan.FromSeconds(20));

        Assert.InRange(Now - probed, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(2.2));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once_and_leaks_no_permit()
    {
        _governor.Complete(await GrantedAsync(), Answer(1));
        RateLimitPermit only = await GrantedAsync();
        using var stop = new CancellationTokenSource();
        Task<RateLimitPermit>[] waiting = Enumerable.Range(0, 10).Select(_ => _governor.AcquireAsync(_observer, stop.Token)).ToArray();

        await stop.CancelAsync();

        foreach (Task<RateLimitPermit> task in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(TestContext.Current.CancellationToken));
        }

        _governor.Complete(only, Answer(1));
        await GrantedAsync();
        Assert.Equal(_observer.WaitsBegun, _observer.WaitsEnded);
    }

    [Fact]
    public async Task Permits_are_given_in_the_order_in_which_they_were_asked_for()
    {
        _governor.Complete(await GrantedAsync(), Answer(1));
        RateLimitPermit only = await GrantedAsync();
        Task<RateLimitPermit>[] waiting = [AcquireAsync(), AcquireAsync(), AcquireAsync()];

        _governor.Complete(only, Answer(1));
        _governor.Complete(await waiting[0].WaitAsync(TestContext.Current.CancellationToken), Answer(1));
        await waiting[1].WaitAsync(TestContext.Current.CancellationToken);
        await _time.SettleAsync();

        Assert.False(waiting[2].IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_lets_those_behind_go_on()
    {
        _governor.Complete(await GrantedAsync(), Answer(1));
        RateLimitPermit only = await GrantedAsync();
        using var stop = new CancellationTokenSource();
        Task<RateLimitPermit> first = _governor.AcquireAsync(_observer, stop.Token);
        Task<RateLimitPermit> second = AcquireAsync();

        await stop.CancelAsync();
        _governor.Complete(only, Answer(1));

        await second.WaitAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Many_that_wait_for_the_window_are_each_told_once_and_each_let_go()
    {
        _governor.Complete(await GrantedAsync(), Answer(0));
        Task<RateLimitPermit>[] waiting = Enumerable.Range(0, 200).Select(_ => AcquireAsync()).ToArray();
        await FakeTime.UntilAsync(() => _observer.WaitsBegun == 200);
        Assert.Equal(200, _observer.Waits.Count);

        foreach (Task<RateLimitPermit> wait in waiting)
        {
            RateLimitPermit permit = await _time.RunUntilAsync(wait, TimeSpan.FromSeconds(30));
            _governor.Complete(permit, new RateLimitAnswer(Came: true, null, Now, IsRefusal: false, null));
        }

        await FakeTime.UntilAsync(() => _observer.WaitsEnded == 200);
    }

    [Fact]
    public async Task What_was_used_before_the_first_answer_is_no_sign_of_others()
    {
        _governor.Complete(await GrantedAsync(), Answer(10));

        for (int request = 0; request < 8; request++)
        {
            await GrantedAsync();
        }

        Assert.Equal(0, _observer.WaitsBegun);
    }

    [Fact]
    public async Task What_others_will_need_until_the_window_ends_is_left_to_them()
    {
        // Seven seconds are left, and others take ten in the first of them.
        _governor.Complete(await GrantedAsync(), Answer(160));
        RateLimitPermit second = await GrantedAsync();
        await _time.RunAsync(TimeSpan.FromSeconds(1));
        _governor.Complete(second, Answer(149));
        int granted = 0;
        for (Task<RateLimitPermit> next = AcquireAsync(); next.IsCompleted && granted < 200; next = AcquireAsync())
        {
            granted++;
            _governor.Complete(await next, Answer(149 - granted));
        }

        // Some 65 are kept, and a few more for chance.
        Assert.InRange(149 - granted, 55, 80);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_in_the_last_window_heard_of_in_the_next_does_not_close_that_one(bool isConfirmed)
    {
        _governor.Complete(await GrantedAsync(), Answer(50));
        await _time.RunAsync(TimeSpan.FromSeconds(6.9));
        RateLimitPermit late = await GrantedAsync();
        await _time.RunAsync(TimeSpan.FromSeconds(1.2));
        RateLimitPermit fresh = await GrantedAsync();
        if (isConfirmed)
        {
            _governor.Complete(fresh, Answer(166, FirstReset.AddSeconds(10)));
        }

        _governor.Complete(late, Answer(0) with { IsRefusal = true });

        await GrantedAsync();
    }

    [Fact]
    public async Task A_window_far_in_the_future_does_not_hide_the_next_ones()
    {
        _governor.Complete(await GrantedAsync(), Answer(0, FirstReset.AddDays(300)));
        RateLimitPermit next = await _time.RunUntilAsync(AcquireAsync(), TimeSpan.FromSeconds(20));

        _governor.Complete(next, Answer(0, DateTimeOffset.FromUnixTimeSeconds(((Now.ToUnixTimeSeconds() / 10) + 1) * 10), Now));

        Assert.False(AcquireAsync().IsCompleted);
    }

    private RateLimitAnswer Answer(int remaining, DateTimeOffset? reset = null, DateTimeOffset? date = null) => new(
        Came: true, new RateLimitHeaders(167, remaining, reset ?? FirstReset), date ?? Now, IsRefusal: false, RetryAfter: null);

    private Task<RateLimitPermit> AcquireAsync() => _governor.AcquireAsync(_observer, TestContext.Current.CancellationToken);

    private async Task<RateLimitPermit> GrantedAsync()
    {
        Task<RateLimitPermit> task = AcquireAsync();
        Assert.True(task.IsCompleted, "No permit was granted.");
        return await task;
    }
}
