using EssexImprovement.Contracts;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody who runs a workshop, and the school that employs them.</summary>
public sealed record Champion(PersonId PersonId, Urn HomeUrn);

public static class Champions
{
    /// <summary>IMP-18 when one of them reviewed the school or works for it; XCT-8 when a school is unknown or was not open. A champion comes from a partner school, of this partnership
    /// or of a linked one, and brings distance to the review as well as to its host.</summary>
    public static Objection? NotDistant(
        this IReadOnlyList<Champion> champions, PeerReview review, ReviewingPartnership partnership, IReadOnlyList<SchoolInReview> schools, HeadsOfSchool? host, DateOnly day) =>
        champions.Count == 0 || champions.DistinctBy(champion => champion.PersonId).Count() != champions.Count
            ? Objection.Malformed("champions", "Name who runs the workshop, at least one person and each once.")
        : champions.Any(champion => review.ConfirmedTeam().Any(member => member.PersonId == champion.PersonId)) ? new("IMP-18", "A champion was not on the review team.", "champions")
        : champions.Any(champion => review.OwnersIn(partnership).Contains(champion.HomeUrn) || champion.PersonId == host?.HeadOn(day))
            ? new("IMP-18", "A champion comes from another school than the host.", "champions")
        : champions.Select(champion => schools.NotOpenOn(day, champion.HomeUrn, "champions")).FirstOrDefault(objection => objection is not null);
}
