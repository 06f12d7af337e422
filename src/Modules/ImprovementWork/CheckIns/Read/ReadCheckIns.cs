using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>One look back, as one reader may see it.</summary>
/// <param name="EventId">The event that told it: what a correction names.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="By">The peer who held it.</param>
/// <param name="Late">True when it was held after the last day of the window.</param>
/// <param name="NextOn">The day of another look, if one is planned.</param>
/// <param name="FindingsByLevel">How many findings have come how far; null outside the ring this reaches.</param>
/// <param name="Levels">Each finding, as last corrected; null outside the peer group.</param>
/// <param name="HelpNeeded">What help the host asks for; for the host head and the team.</param>
public sealed record CheckInAsSeen(
    Guid EventId, DateOnly HeldOn, PersonId By, bool Late, DateOnly? NextOn, IReadOnlyDictionary<CheckInLevel, int>? FindingsByLevel, IReadOnlyList<ChangeSeen>? Levels,
    ShownText? HelpNeeded);

/// <summary>How far one finding had come at one look back: a line of the file.</summary>
public sealed record LevelLine(DateOnly HeldOn, bool Late, FindingId FindingId, CheckInLevel Level);

/// <summary>The check-ins of a review as one reader may see them.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Due">When one is due, and from when to when it may be held; null while none is.</param>
/// <param name="MissedOn">The day on which it counted as missed; null when it never did.</param>
/// <param name="Items">Each look back, the earliest first.</param>
public sealed record CheckInsAsSeen(ReviewId ReviewId, DaysOfCheckIn? Due, DateOnly? MissedOn, IReadOnlyList<CheckInAsSeen> Items)
{
    public static CheckInsAsSeen By(PeerReview review, CheckIn? checkIn, IReadOnlyList<IEvent> told, ReviewingPartnership partnership, Reader reader)
    {
        var seal = review.SealIn(partnership, reader.Acting.Today);
        return new(review.Id, checkIn?.Due is { } due ? new(due.On, due.From, due.To) : null, checkIn?.Missed?.OccurredOn,
            checkIn is null ? [] : [.. told.OfType<IEvent<CheckInHeld>>().Select(e => Seen(e.Id, e.Data))]);

        CheckInAsSeen Seen(Guid id, CheckInHeld held)
        {
            var levels = held.WhatChanged.Select(seen => new ChangeSeen(seen.FindingId, checkIn.LevelAt(id, held, seen.FindingId) ?? seen.Level)).ToList();
            return new(id, held.OccurredOn, held.By, held.OccurredOn > checkIn.Due?.To, held.NextOn,
                reader.Opens(seal.OfCounts(review)) ? levels.CountBy(seen => seen.Level).ToDictionary() : null, reader.Opens(seal.OfLevels(review)) ? levels : null,
                reader.Show(held.HelpNeeded, seal.Unreleased()));
        }
    }
}

public static class ReadCheckInsEndpoint
{
    public static async Task<(ReviewingPartnership, CheckIn?, IReadOnlyList<IEvent>)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await session.LoadAsync<CheckIn>(CheckIn.StreamOf(review.Id), token),
            await session.Events.FetchStreamAsync(CheckIn.StreamOf(review.Id), token: token));

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Reader reader) => review.MayBeKnownTo(reader.Acting, partnership) ? null : Objection.Unknown();

    /// <summary>The check-ins of a review: their days for whoever may know of it, how many findings have come how far for the heads of the partnership, the level of each for the peer group,
    /// and all of it for the host head and the team. The ETag is the version of the check-ins, 0 before anything is recorded. With format=csv or
    /// Accept: text/csv, the levels this reader may see as a file, a line for each finding and each look.</summary>
    [WolverineGet("/api/v1/reviews/{reviewId}/check-ins")]
    public static Results<Ok<CheckInsAsSeen>, Csv<LevelLine>> Get(
        [ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, CheckIn? checkIn, IReadOnlyList<IEvent> told, string? format, Reader reader, HttpContext http)
    {
        http.Response.ETagOf(checkIn?.Version ?? 0);
        var seen = CheckInsAsSeen.By(review, checkIn, told, partnership, reader);
        return http.Request.AsksForCsv(format)
            ? new Csv<LevelLine>("check-ins", [.. seen.Items.SelectMany(look => (look.Levels ?? []).Select(level => new LevelLine(look.HeldOn, look.Late, level.FindingId, level.Level)))])
            : TypedResults.Ok(seen);
    }
}
