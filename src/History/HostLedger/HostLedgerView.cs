using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.History;

/// <summary>Reads a host's ledger for one reader.</summary>
/// <param name="Line">The school, and those before and after it.</param>
/// <param name="Name">What the register calls it.</param>
/// <param name="Reviews">The reviews it hosted.</param>
/// <param name="Held">What else it holds sealed, the latest first.</param>
/// <param name="Emergencies">Emergency access, the latest first.</param>
/// <param name="Opened">How many things were looked at by each emergency access.</param>
/// <param name="Looks">Who looked, the latest first: the page asked for.</param>
/// <param name="LookLines">How many such lines there are.</param>
public sealed record HostLedgerView(
    SchoolLine Line, string Name, IReadOnlyList<HostedReviewLine> Reviews, IReadOnlyList<HeldThing> Held, IReadOnlyList<EmergencyLine> Emergencies, IReadOnlyDictionary<EmergencyAccessId, int> Opened,
    IReadOnlyList<LookLine> Looks, int LookLines)
{
    public static async Task<HostLedgerView> ReadAsync(IQuerySession session, SchoolLine line, LooksAsked asked, Reader reader, IPeople people, DateTimeOffset now, CancellationToken token)
    {
        var acting = reader.Acting;
        var kept = line.Kept.ToArray();
        var hosted = await session.Query<HostedReview>().Where(review => review.HostUrn.IsOneOf(kept)).ToListAsync(token);
        var concerns = kept.Any(school => acting.IsAt(school, Capacity.Headteacher));
        var looks = await LooksCounted.IntoSchoolsAsync(session, kept, concerns, asked, token);
        var opened = await session.Query<Look>().Where(look => look.OwnerUrn!.Value.IsOneOf(kept) && look.EmergencyAccessId != null && (concerns || look.Thing != SealedThing.PeerConcern)).ToListAsync(token);
        var held = await session.Query<HeldThing>().Where(thing => thing.Urn.IsOneOf(kept)).ToListAsync(token);
        Guid[] streams = [.. hosted.Select(review => review.Id), .. kept.Select(urn => urn.EmergencyStream())];
        var facts = await session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(streams)).OrderBy(e => e.Sequence).ToListAsync(token);
        var taken = facts.Where(e => e.Data is EmergencyAccessTaken).Select(e => (Fact: (EmergencyAccessTaken)e.Data, At: e.Timestamp.ToUniversalTime())).Reverse().ToList();
        var seen = facts.Select(e => e.Data).OfType<EmergencyAccessAcknowledged>().ToDictionary(fact => fact.EmergencyAccessId, fact => fact.OccurredOn);

        var shown = await people.ShowAsync(
            [.. looks.Lines.Select(look => look.PersonId), .. taken.Select(access => access.Fact.PersonId), .. facts.Select(e => e.Data).OfType<ReportReleased>().Select(release => release.ReleasedBy)],
            [.. hosted.Select(review => review.PartnershipId), .. looks.Lines.Select(look => look.PartnershipId)], acting, token);
        return new(
            line, (await SchoolNames.OfAsync(session, [line.Urn], AsOf.Now, token)).Of(line.Urn),
            [.. facts.Where(e => e.Data is IReviewFact).GroupBy(e => e.StreamId)
                .Select(stream => HostedReviewLine.Of([.. stream.Select(e => (e.EventTypeName, (IReviewFact)e.Data))], shown, acting.Today)).OrderBy(review => review.PlannedFrom)],
            [.. held.OrderByDescending(thing => thing.On).ThenBy(thing => thing.Id)],
            [.. taken.Select(access => new EmergencyLine(
                access.Fact.EmergencyAccessId, access.Fact.Urn, shown[access.Fact.PersonId], access.Fact.Capacity, ReasonOf(access.Fact, line, reader), access.Fact.Minutes, access.At,
                access.At.AddMinutes(access.Fact.Minutes), now < access.At.AddMinutes(access.Fact.Minutes), seen.TryGetValue(access.Fact.EmergencyAccessId, out var on) ? on : null))],
            opened.GroupBy(look => look.EmergencyAccessId!.Value).ToDictionary(access => access.Key, access => access.Select(look => look.ThingId).Distinct().Count()), looks.Told(shown), looks.Of);
    }

    // For the head alone, and for whoever wrote it: an open emergency access shows nobody why another was taken.
    private static ShownText? ReasonOf(EmergencyAccessTaken fact, SchoolLine line, Reader reader) => reader.ShowToAuthor(fact.Reason, fact.PersonId)
        ?? (line.IsKeptBy(reader.Acting)
            ? reader.Show(fact.Reason, new(SealedThing.EmergencyAccess, fact.EmergencyAccessId.Value, new(line.Keepers, [], [], default, []), AudienceRing.HostHead, []))
            : null);
}
