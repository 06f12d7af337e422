using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>An emergency access that the head of the school has not acknowledged yet. Why it was taken stands in the school's ledger, not here.</summary>
/// <param name="EmergencyAccessId">The access.</param>
/// <param name="Urn">The school whose sealed things were opened.</param>
/// <param name="OwnUrn">The school the head leads today: the same, or one that succeeded it.</param>
/// <param name="PersonId">Who opened them, by pseudonym.</param>
/// <param name="Capacity">Auditor or data steward.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="TakenAt">When, UTC.</param>
/// <param name="Until">When it ends or ended, exclusive, UTC.</param>
public sealed record EmergencyNotice(EmergencyAccessId EmergencyAccessId, Urn Urn, Urn OwnUrn, PersonId PersonId, Capacity Capacity, int Minutes, DateTimeOffset TakenAt, DateTimeOffset Until)
{
    /// <summary>What was opened of the schools this person heads today and not acknowledged, the latest first; nothing is asked for somebody who heads none.</summary>
    public static async Task<IReadOnlyList<EmergencyNotice>> ForAsync(IQuerySession session, Acting? acting, CancellationToken token)
    {
        Urn[] headed = [.. acting?.Held.Where(held => held is { Capacity: Capacity.Headteacher, Urn: not null } && held.HeldOn(acting.Today)).Select(held => held.Urn!.Value).Distinct() ?? []];
        if (headed.Length == 0) return [];
        var successions = await Successions.ReadAsync(session, token);
        var schools = successions.BelongingTo(headed).ToArray();
        var openings = await session.Query<EmergencyOpening>().Where(opening => opening.Urn.IsOneOf(schools)).ToListAsync(token);
        var seen = (await session.LoadManyAsync<EmergencySeen>(token, openings.Select(opening => opening.Id))).Select(one => one.Id).ToHashSet();
        return [.. openings.Where(opening => !seen.Contains(opening.Id)).OrderByDescending(opening => opening.TakenAt).Select(opening => new EmergencyNotice(
            new(opening.Id), opening.Urn, successions.LineOf(opening.Urn).Last(headed.Contains), new(opening.Person), opening.Capacity, opening.Minutes, opening.TakenAt, opening.Until))];
    }
}
