using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>The days of a review; those that have not come are null.</summary>
public sealed record DaysOfReview(
    DateOnly PlannedOn, DateOnly PlannedFrom, DateOnly PlannedTo, DateOnly? StaffBriefedOn, DateOnly? VisitStartedOn, DateOnly? VisitEndedOn, DateOnly? FeedbackOn,
    DateOnly? DraftedOn, DateOnly? FinalisedOn, DateOnly? RetainUntil);

/// <summary>How much a review holds, without what it says.</summary>
public sealed record CountsOfReview(int Proposed, int Confirmed, int Evidence, int KindsOfEvidence, int Findings, int FindingsNotAgreed, int Drafts, int Releases);

/// <summary>A proposed or confirmed member of the team. What they declared is for those who weigh it.</summary>
public sealed record TeamLine(
    PersonId PersonId, Urn? HomeUrn, TeamRole Role, DateOnly? TrainedOn, bool Confirmed, InterestOutcome? Outcome, ReviewerInterestDeclared? Interest, ConfidentialText? Safeguards);

/// <summary>One finding, as the host school lets it be read.</summary>
public sealed record ReleasedFinding(FindingId FindingId, FindingKind Kind, ConfidentialText Statement, HostView HostView, ConfidentialText? HostComment);

/// <summary>What of the final report was released to the reader; a wider extent holds the narrower ones.</summary>
/// <param name="Extent">How much.</param>
/// <param name="Area">What the enquiry was about.</param>
/// <param name="FindingsByKind">How many findings of each kind.</param>
/// <param name="Findings">The findings; null when only a summary was released.</param>
/// <param name="Report">The text; null unless the whole report was released.</param>
/// <param name="NoResponseFromHost">True when the host did not answer the draft in time: part of the report, and stated with it.</param>
public sealed record ReleasedReport(
    Extent Extent, ImprovementArea Area, IReadOnlyDictionary<FindingKind, int> FindingsByKind, IReadOnlyList<ReleasedFinding>? Findings, ConfidentialText? Report,
    bool NoResponseFromHost);

/// <summary>What only the host head and the confirmed team read.</summary>
public sealed record InsideOfReview(
    EnquiryAgreed? Enquiry, IReadOnlyList<EvidenceRecorded> Evidence, IReadOnlyList<FindingAgreed> Findings, ReportDrafted? Draft, ReportAccuracyAnswered? Answer,
    IReadOnlyList<ReportReleased> Releases);

/// <summary>A review as one reader may see it.</summary>
/// <param name="Id">The review.</param>
/// <param name="PartnershipId">The partnership whose members review.</param>
/// <param name="PeerGroupId">The peer group that reviews together, if one was named.</param>
/// <param name="HostUrn">The school reviewed.</param>
/// <param name="AcademicYear">The year the academic year of the visit begins.</param>
/// <param name="Round">The round.</param>
/// <param name="Model">In whose manner.</param>
/// <param name="FollowUpOf">The earlier review it follows up.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Days">Its days.</param>
/// <param name="Counts">How much it holds.</param>
/// <param name="Protocol">Where its outcome goes and what it may start.</param>
/// <param name="NoResponseFromHost">True when it became final without an answer by the host.</param>
/// <param name="Team">Who was proposed; null for a reader who knows of it by a release alone.</param>
/// <param name="Inside">Every text; null outside the circle of host head and team.</param>
/// <param name="Released">What was released to this reader; null for nothing.</param>
public sealed record ReviewAsSeen(
    ReviewId Id, PartnershipId PartnershipId, PeerGroupId? PeerGroupId, Urn HostUrn, int AcademicYear, int Round, ReviewModel Model, ReviewId? FollowUpOf, ReviewState State,
    DaysOfReview Days, CountsOfReview Counts, ProtocolConfirmed? Protocol, bool NoResponseFromHost, IReadOnlyList<TeamLine>? Team, InsideOfReview? Inside, ReleasedReport? Released)
{
    /// <summary>What the reader may see; null when they may not know that there is such a review. Whatever is not put in here, nobody sees.</summary>
    public static ReviewAsSeen? By(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var sight = Circle.SightOf(review, partnership, acting);
        return !sight.Exists ? null : new(
            review.Id, review.PartnershipId, review.Plan.PeerGroupId, review.HostUrn, review.Plan.AcademicYear, review.Plan.Round, review.Plan.Model, review.Plan.FollowUpOf,
            review.State, DaysOf(review), CountsOf(review), review.Protocol, review.Final?.NoResponseFromHost == true,
            review.MayBeKnownTo(acting, partnership) ? [.. review.Team.Select(member => LineOf(review, member, sight.Weighs || member.PersonId == acting.Person))] : null,
            sight.Inside ? new(review.Enquiry, review.Evidence, review.Findings, review.Draft, review.Answer, review.Releases) : null,
            sight.Released is { } extent ? ReleasedOf(review, extent) : null);
    }

    private static DaysOfReview DaysOf(PeerReview review) => new(
        review.Plan.OccurredOn, review.Plan.PlannedFrom, review.Plan.PlannedTo, review.StaffBriefedOn, review.VisitStartedOn, review.VisitEndedOn, review.Feedback?.OccurredOn,
        review.Draft?.OccurredOn, review.Final?.OccurredOn, review.Final?.RetainUntil);

    private static CountsOfReview CountsOf(PeerReview review) => new(
        review.Team.Count, review.Confirmed?.Members.Count ?? 0, review.Evidence.Count, review.Evidence.DistinctBy(item => item.Kind).Count(), review.Findings.Count,
        review.Findings.Count(finding => finding.HostView == HostView.NotAgreed), review.Draft?.Draft ?? 0, review.Releases.Count);

    private static TeamLine LineOf(PeerReview review, TeamMember member, bool withInterest) => new(
        member.PersonId, member.HomeUrn, member.Role, member.TrainedOn, review.Confirmed?.Members.Contains(member.PersonId) == true, member.Assessment?.Outcome,
        withInterest ? member.Interest : null, withInterest ? member.Assessment?.Safeguards : null);

    private static ReleasedReport ReleasedOf(PeerReview review, Extent extent) => new(
        extent, review.Enquiry!.Area, review.Findings.CountBy(finding => finding.Kind).ToDictionary(),
        extent >= Extent.FindingsOnly
            ? [.. review.Findings.Select(finding => new ReleasedFinding(finding.FindingId, finding.Kind, finding.Statement, finding.HostView, finding.HostComment))] : null,
        extent == Extent.FullReport ? review.Draft!.Report : null,
        review.Final!.NoResponseFromHost);
}
