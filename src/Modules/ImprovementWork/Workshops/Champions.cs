using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody who runs a workshop, and the school that employs them.</summary>
public sealed record Champion(PersonId PersonId, Urn HomeUrn);

public static class Champions
{
    /// <summary>IMP-18 when one of them reviewed the school or works for it, IMP-4 when one is not trained for it on the day, XCT-8 when a school was not open, or belonged neither to this partnership nor to a linked one on the day. A champion comes
    /// from a partner school, of this partnership or of a linked one, and brings distance to the review as well as to its host.</summary>
    public static Objection? NotFit(this IReadOnlyList<Champion> champions, PeerReview review, AroundWorkshop around, DateOnly day) =>
        champions.Count == 0 || champions.DistinctBy(champion => champion.PersonId).Count() != champions.Count
            ? Objection.Malformed("champions", "Name who runs the workshop, at least one person and each once.")
        : champions.Any(champion => review.ConfirmedTeam().Any(member => member.PersonId == champion.PersonId)) ? new("IMP-18", "A champion was not on the review team.", "champions")
        : champions.Any(champion => review.OwnersIn(around.Partnership).Contains(champion.HomeUrn) || champion.PersonId == around.Host?.HeadOn(day)
            || around.Records.Any(record => record.PersonId == champion.PersonId && record.HomeOn(day) is { } employer && review.OwnersIn(around.Partnership).Contains(employer)))
            ? new("IMP-18", "A champion comes from another school than the host.", "champions")
        : champions.Any(champion => !around.Records.Any(record => record.PersonId == champion.PersonId && record.CountsAs(TrainedAs.ImprovementChampion, day)))
            ? new("IMP-4", $"A champion has been trained for it within {ReviewPolicy.TrainingCountsMonths} months before the workshop.", "champions")
        : champions.Select(champion => around.Schools.NotOpenOn(day, champion.HomeUrn, "champions")
                ?? (around.Linked.Urns.Contains(champion.HomeUrn) ? null : around.Partnership.NotAMember(champion.HomeUrn, day, "champions")))
            .FirstOrDefault(objection => objection is not null);
}
