using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Npgsql;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>Facts of rooms whose doors these tests need not go through, told straight to the ledger.</summary>
internal static class Histories
{
    /// <summary>Appends facts to a stream of their own, each as one record, and answers the ids of the events.</summary>
    public static async Task<IReadOnlyList<Guid>> TellAsync(this App app, Guid stream, params object[] facts)
    {
        await using var session = app.Host.DocumentStore().LightweightSession();
        var told = session.Events.StartStream<object>(stream, facts);
        await session.SaveChangesAsync();
        return [.. told.Events.Select(e => e.Id)];
    }

    /// <summary>A review planned and visited, with two items of evidence.</summary>
    public static async Task<(ReviewId Review, IReadOnlyList<Guid> Events)> AReviewAsync(this App app, PartnershipId partnership, int daysAgo = 60)
    {
        var review = ReviewId.New();
        var (head, day) = (App.Person("head"), Ago(daysAgo));
        return (review, await app.TellAsync(review.Value,
            new ReviewPlanned(review, partnership, null, Ashdown, 2025, 1, ReviewModel.LocalTriad, day.AddDays(10), day.AddDays(11), head, null, day),
            new VisitStarted(review, partnership, [App.Person("reviewer")], day.AddDays(10)),
            new EvidenceRecorded(review, partnership, EvidenceId.New(), EvidenceKind.LearningWalk, 1, true, new("Pupils explain their thinking aloud."), App.Person("reviewer"), 12, day.AddDays(10)),
            new EvidenceRecorded(review, partnership, EvidenceId.New(), EvidenceKind.PupilVoice, 1, false, new("Pupils say feedback helps them."), App.Person("reviewer"), 8, day.AddDays(10))));
    }

    /// <summary>A decision of the board on these events, made, which confirms collaboration.</summary>
    public static async Task<DecisionId> ADecisionAsync(this App app, PartnershipId partnership, params IReadOnlyList<Guid> evidence)
    {
        var decision = DecisionId.New();
        var day = Ago(5);
        var citations = new List<object>();
        foreach (var id in evidence)
        {
            var (stream, version, fact, body) = await app.RowAsync(id);
            citations.Add(new EvidenceCited(decision, partnership, CitationId.New(), id, stream, version, fact, BodyDigest.Of(body), Ago(50), new("It shows the habit."), day));
        }
        await app.TellAsync(decision.Value,
        [
            new DecisionOpened(decision, partnership, DecisionKind.StageProgression, Direction.Lateral, new("Do we answer to each other?"), [], Stage.Collaboration, DecidingBody.Board, 5, null, day),
            .. citations,
            new OptionConsidered(decision, partnership, 1, new("Confirm collaboration."), new("The reviews show it."), new("Only one round was held."), day),
            new DeciderInterestDeclared(decision, partnership, App.Person("member"), new("A sister teaches at a member school."), InterestAction.LeavesRoom, day),
            new DecisionMade(decision, partnership, DecisionOutcome.Approved, 1, new("The evidence shows a habit of opening doors to each other that did not exist before."), day,
                [new(App.Person("member"), Capacity.BoardMember)], new(4, 0, 0), 3, day.AddDays(200), day),
        ]);
        await app.TellAsync(Guid.CreateVersion7(), new StageConfirmed(partnership, Stage.Collaboration, decision, day.AddDays(365), day));
        return decision;
    }

    /// <summary>An event as it lies in the database.</summary>
    public static async Task<(Guid Stream, long Version, string Fact, string Body)> RowAsync(this App app, Guid id)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var query = new NpgsqlCommand("select stream_id, version, type, data::text from ledger.mt_events where id = $1", connection) { Parameters = { new() { Value = id } } };
        await using var row = await query.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetGuid(0), row.GetInt64(1), row.GetString(2), row.GetString(3));
    }

    /// <summary>What nobody may do: changes the database behind the service's back.</summary>
    public static async Task BehindItsBackAsync(this App app, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
