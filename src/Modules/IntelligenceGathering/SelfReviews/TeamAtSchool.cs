using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>Who reviews a school as peers, and on which self-review that rests: they read it when its head shares it with the review team. Kept, because it is asked by school.</summary>
public sealed record TeamAtSchool(ReviewId Id, Urn HostUrn, SelfReviewId? SelfReviewId, ImmutableList<PersonId> Confirmed, ImmutableList<PersonId> Excluded)
{
    /// <summary>The confirmed members whom no interest excludes since.</summary>
    public IEnumerable<PersonId> Members() => Confirmed.Except(Excluded);

    public static TeamAtSchool Create(ReviewPlanned fact) => new(fact.ReviewId, fact.HostUrn, null, [], []);

    public TeamAtSchool Apply(EnquiryAgreed fact) => this with { SelfReviewId = fact.SelfReviewId };

    public TeamAtSchool Apply(TeamConfirmed fact) => this with { Confirmed = [.. fact.Members] };

    public TeamAtSchool Apply(ReviewerInterestDeclared fact) => this with { Excluded = Excluded.Remove(fact.PersonId) };

    public TeamAtSchool Apply(ReviewerInterestAssessed fact) =>
        this with { Excluded = fact.Outcome == InterestOutcome.Excluded ? Excluded.Remove(fact.PersonId).Add(fact.PersonId) : Excluded.Remove(fact.PersonId) };

    public TeamAtSchool Apply(ReviewCancelled _) => this with { Confirmed = [] };
}
