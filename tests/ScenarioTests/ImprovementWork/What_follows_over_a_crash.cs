using System.Net.Http.Json;
using EssexImprovement.Contracts;
using EssexImprovement.ImprovementWork;
using Npgsql;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>A power cut between a fact and what follows from it, and between a deadline and its day: after the restart it follows, and once.</summary>
public sealed class What_follows_over_a_crash : IAsyncLifetime
{
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await Server.NewDatabaseAsync();

    public async ValueTask DisposeAsync() => await Server.DropAsync(_database);

    [Fact]
    public async Task follows_after_it_once()
    {
        var reviews = new List<ReviewThroughTheApi>();
        await using (var before = new App { Database = _database })
        {
            await before.InitializeAsync();
            foreach (var first in new[] { 990001, 990011, 990021 })
            {
                var review = await ReviewThroughTheApi.InATriadAsync(before, new(first), new(first + 1), new(first + 2), "lead");
                await review.ToVisitEndedAsync();
                reviews.Add(review);
            }
        }

        // The first time the reaction is held up, so that the cut falls between the fact and it; then it falls where it falls, right after the answer.
        await using (var service = await RunningService.StartAsync(demonstration: false, _database))
        {
            await using var held = await HeldUpAsync();
            await FeedbackAsync(service, reviews[0]);
            await service.KillAsync();
            (await ToldAsync(reviews[0].Id.Value, "feedback_given"), await DueAsync(reviews[0])).ShouldBe((1, (0, 0)));
        }
        foreach (var review in reviews[1..])
        {
            await using var service = await RunningService.StartAsync(demonstration: false, _database);
            await FeedbackAsync(service, review);
            await service.KillAsync();
        }
        await using (await RunningService.StartAsync(demonstration: false, _database))
        {
            await UntilAsync("select count(*) from ledger.mt_events where type in ('workshop_due', 'check_in_due')", 6);
            await UntilAsync("select count(*) from wolverine.wolverine_incoming_envelopes where status not in ('Handled', 'Scheduled')", 0);
        }
        foreach (var review in reviews) (await DueAsync(review)).ShouldBe((1, 1));
        (await CountAsync("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled'")).ShouldBe(6, "one message for each deadline");

        // Deadlines are not forgotten either. The service's own clock is moved by the test; the one that wakes messages reads their rows.
        var clock = new MovedClock();
        await using (var after = new App { Database = _database, Clock = clock })
        {
            await after.InitializeAsync();
            clock.Reach(LastDay.AddDays(1));
            (await CountAsync($"""
                with woken as (update wolverine.wolverine_incoming_envelopes set execution_time = now() where status = 'Scheduled' and message_type like '%{nameof(LastDayForWorkshopPassed)}' returning 1)
                select count(*) from woken
                """)).ShouldBe(3);
            await UntilAsync("select count(*) from ledger.mt_events where type = 'workshop_overdue'", 3);
            await UntilAsync($"select count(*) from wolverine.wolverine_incoming_envelopes where status <> 'Handled' and message_type like '%{nameof(LastDayForWorkshopPassed)}'", 0);
        }
        foreach (var review in reviews) (await ToldAsync(ImprovementWorkshop.StreamOf(review.Id), "workshop_overdue")).ShouldBe(1);
    }

    private static async Task FeedbackAsync(RunningService service, ReviewThroughTheApi review)
    {
        using var client = new HttpClient { BaseAddress = new(service.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await client.GetStringAsync("/dev/token?persona=lead"));
        using var answer = await client.PostAsJsonAsync(review.Url + "/feedback", new { toRoles = new[] { "headteacher" }, withStaff = false, occurredOn = Feedback });
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>Nobody reads or writes a workshop or a check-in until what is returned is disposed of; recording feedback needs neither.</summary>
    private async Task<NpgsqlConnection> HeldUpAsync()
    {
        var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await new NpgsqlCommand("begin; lock table improvement.mt_doc_improvementworkshop, improvement.mt_doc_checkin in access exclusive mode", connection).ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<(long Workshop, long CheckIn)> DueAsync(ReviewThroughTheApi review) =>
        (await ToldAsync(ImprovementWorkshop.StreamOf(review.Id), "workshop_due"), await ToldAsync(CheckIn.StreamOf(review.Id), "check_in_due"));

    private Task<long> ToldAsync(Guid stream, string fact) => CountAsync($"select count(*) from ledger.mt_events where stream_id = '{stream}' and type = '{fact}'");

    private async Task UntilAsync(string sql, long expected)
    {
        for (var looks = 0; await CountAsync($"select ({sql}) from pg_sleep(0.1)") != expected; looks++) looks.ShouldBeLessThan(1200, sql);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        return (long)(await new NpgsqlCommand(sql, connection).ExecuteScalarAsync())!;
    }
}
