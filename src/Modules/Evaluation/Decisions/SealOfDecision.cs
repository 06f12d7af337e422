using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Evaluation;

/// <summary>The seal on a decision: it belongs to the partnership. Questions and reasons are for its lead, the heads and chairs of its members, the board and auditors;
/// analysts and data stewards see structure.</summary>
public static class SealOfDecision
{
    public static Seal SealIn(this Decision decision, DecidingPartnership partnership, DateOnly today) => new(
        SealedThing.Decision, decision.Id.Value, new([], [], [], partnership.Id, [.. partnership.Members.MayKnow(today)]), AudienceRing.PartnershipHeads, [], partnership.MayBeReadBy);
}
