using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>The days of a review; those that have not come are null.</summary>
public sealed record DaysOfReview(
    DateOnly PlannedOn, DateOnly PlannedFrom, DateOnly PlannedTo, DateOnly? StaffBriefedOn, DateOnly? VisitStartedOn, DateOnly? VisitEndedOn, DateOnly? FeedbackOn,
    DateOnly? DraftedOn, DateOnly? FinalisedOn, DateOnly? RetainUntil);

/// <summary>How much a review holds, without what it says. How many findings the host did not agree with is for host head and team; null for everybody else.</summary>
public sealed record CountsOfReview(int Proposed, int Confirmed, int Evidence, int KindsOfEvidence, int Findings, int? FindingsNotAgreed, int Drafts, int Releases);

/// <summary>What a member of the team declared.</summary>
public sealed record InterestAsSeen(InterestNature Nature, ShownText? Text, DateOnly OccurredOn);

/// <summary>A proposed or confirmed member of the team. What they declared and what came of it is for those who weigh it, and for themself.</summary>
public sealed record TeamLine(
    PersonId PersonId, Urn? HomeUrn, TeamRole Role, DateOnly? TrainedOn, bool Confirmed, InterestOutcome? Outcome, InterestAsSeen? Interest, ShownText? Safeguards);

/// <summary>One line of enquiry.</summary>
public sealed record LineAsSeen(int Number, ShownText? Text);

/// <summary>The host's question, and the self-review it rests on; null for one asked before there were any.</summary>
public sealed record EnquiryAsSeen(
    ShownText? Question, ImprovementArea Area, IReadOnlyList<LineAsSeen> LinesOfEnquiry, ShownText? WhyNow, ShownText? HopedForChange, DateOnly OccurredOn, SelfReviewId? SelfReviewId);

/// <summary>One item of evidence.</summary>
public sealed record EvidenceAsSeen(
    EvidenceId EvidenceId, EvidenceKind Kind, int Line, bool JointWithHost, ShownText? WhatWasSeen, PersonId ByPerson, int? PeopleCount, DateOnly OccurredOn);

/// <summary>One finding with what it rests on.</summary>
public sealed record FindingAsSeen(
    FindingId FindingId, FindingKind Kind, int Line, ShownText? Statement, IReadOnlyList<EvidenceId> EvidenceIds, HostView HostView, ShownText? HostComment, DateOnly OccurredOn);

/// <summary>The latest draft of the report.</summary>
public sealed record DraftAsSeen(int Draft, ShownText? Report, PersonId DraftedBy, DateOnly OccurredOn);

/// <summary>What the host head said of a draft.</summary>
public sealed record AccuracyAsSeen(int Draft, bool Accurate, IReadOnlyList<ShownText?> Points, PersonId AnsweredBy, DateOnly OccurredOn);

/// <summary>One release; <c>WithdrawnOn</c> is null while the host head has not taken it back.</summary>
public sealed record ReleaseAsSeen(
    ReleaseId ReleaseId, AudienceRing Ring, Extent Extent, ReleasePurpose Purpose, PersonId ReleasedBy, bool NewConsent, DateOnly? ExpiresOn, DateOnly OccurredOn,
    DateOnly? WithdrawnOn, ShownText? WithdrawnBecause);

/// <summary>What became of a finding of the earlier review.</summary>
public sealed record FollowUpAsSeen(FindingId PriorFindingId, FollowUpStatus Status, IReadOnlyList<EvidenceId> EvidenceIds, DateOnly OccurredOn);

/// <summary>Whether a principle was met, and what shows it.</summary>
public sealed record PrincipleAsSeen(PeerReviewPrinciple Principle, PrincipleMet Met, ShownText? Evidence);

/// <summary>A view of the quality of the review: of one side, or settled by both, when <c>Side</c> is null.</summary>
public sealed record QualityAsSeen(QualitySide? Side, IReadOnlyList<PrincipleAsSeen> Principles, PeerReviewPrinciple StrengthenNext, DateOnly OccurredOn);

/// <summary>Something that was put right.</summary>
/// <param name="EvidenceId">The piece of evidence; null for a finding.</param>
/// <param name="FindingId">The finding; null for a piece of evidence.</param>
/// <param name="Field">What of the evidence; null for a finding, and for what was withdrawn.</param>
/// <param name="FindingField">What of the finding; null for a piece of evidence, and for what was withdrawn.</param>
/// <param name="Withdrawn">True when it was withdrawn, and stands no more.</param>
/// <param name="Was">What it said; null when it was withdrawn.</param>
/// <param name="Now">What it says since; null when it was withdrawn.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record CorrectionAsSeen(
    EvidenceId? EvidenceId, FindingId? FindingId, EvidenceField? Field, FindingField? FindingField, bool Withdrawn, ShownText? Was, ShownText? Now, ShownText? Reason, DateOnly OccurredOn);

/// <summary>What only the host head and the confirmed team read. Neither side reads the other's view of quality before both are given.</summary>
public sealed record InsideOfReview(
    EnquiryAsSeen? Enquiry, IReadOnlyList<EvidenceAsSeen> Evidence, IReadOnlyList<FindingAsSeen> Findings, DraftAsSeen? Draft, AccuracyAsSeen? Answer,
    IReadOnlyList<ReleaseAsSeen> Releases, IReadOnlyList<FollowUpAsSeen> FollowUp, IReadOnlyList<QualityAsSeen> Quality, IReadOnlyList<CorrectionAsSeen> Corrections);

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
    DaysOfReview Days, CountsOfReview Counts, ProtocolConfirmed? Protocol, bool NoResponseFromHost, IReadOnlyList<TeamLine>? Team, InsideOfReview? Inside, ReportAsSeen? Released)
{
    /// <summary>Its dates, what was shared before the visit, and what came between; null for a reader who knows of it by a release alone.</summary>
    public CycleOfReview? Cycle { get; init; }

    /// <summary>Safeguarding referrals, for those who may know of them; null for everybody else.</summary>
    public IReadOnlyList<ReferralAsSeen>? Safeguarding { get; init; }

    /// <summary>What the reader may see; null when they may not know that there is such a review. Whatever is not put in here, nobody sees.</summary>
    public static ReviewAsSeen? By(PeerReview review, ReviewingPartnership partnership, Reader reader, IReadOnlyList<Referral>? referrals = null)
    {
        var seal = review.SealIn(partnership, reader.Acting.Today);
        var known = review.MayBeKnownTo(reader.Acting, partnership);
        return !review.ExistsFor(reader, partnership) ? null : new(
            review.Id, review.PartnershipId, review.Plan.PeerGroupId, review.HostUrn, review.Plan.AcademicYear, review.Plan.Round, review.Plan.Model, review.Plan.FollowUpOf,
            review.State, DaysOf(review), CountsOf(review, reader, seal), review.Protocol, review.Final?.NoResponseFromHost == true,
            known ? [.. review.Team.Select(member => LineOf(review, member, reader, seal))] : null,
            InsideOf(review, reader, seal.Unreleased()), ReportAsSeen.ReleasedBy(review, reader, seal))
        {
            Cycle = known ? CycleOfReview.By(review, reader, seal.Unreleased()) : null,
            Safeguarding = ReferralAsSeen.By(referrals ?? [], reader, seal),
        };
    }

    private static DaysOfReview DaysOf(PeerReview review) => new(
        review.Plan.OccurredOn, review.Plan.PlannedFrom, review.Plan.PlannedTo, review.StaffBriefedOn, review.VisitStartedOn, review.VisitEndedOn, review.Feedback?.OccurredOn,
        review.Draft?.OccurredOn, review.Final?.OccurredOn, review.Final?.RetainUntil);

    private static CountsOfReview CountsOf(PeerReview review, Reader reader, Seal seal) => new(
        review.Team.Count, review.Confirmed?.Members.Count ?? 0, review.Evidence.Count, review.Evidence.DistinctBy(item => item.Kind).Count(), review.Findings.Count,
        reader.SightOf(seal.Unreleased()).Inside ? review.Findings.Count(finding => finding.HostView == HostView.NotAgreed) : null, review.Draft?.Draft ?? 0, review.OpenReleases().Count());

    private static TeamLine LineOf(PeerReview review, TeamMember member, Reader reader, Seal seal)
    {
        var interests = seal.Interests();
        return new(
            member.PersonId, member.HomeUrn, member.Role, member.TrainedOn, review.Confirmed?.Members.Contains(member.PersonId) == true, member.Assessment is { } weighed && Weighs() ? weighed.Outcome : null,
            member.Interest is { } declared && Weighs()
                ? new(declared.Nature, Shown(declared.Text), declared.OccurredOn) : null,
            Shown(member.Assessment?.Safeguards));

        bool Weighs() => member.PersonId == reader.Acting.Person || reader.Opens(interests);

        ShownText? Shown(ConfidentialText? text) => reader.ShowToAuthor(text, member.PersonId) ?? reader.Show(text, interests);
    }

    private static InsideOfReview? InsideOf(PeerReview review, Reader reader, Seal seal)
    {
        return !reader.SightOf(seal).Inside ? null : new(
            review.Enquiry is { } enquiry
                ? new(Shown(enquiry.Question), enquiry.Area, [.. enquiry.LinesOfEnquiry.Select(line => new LineAsSeen(line.Number, Shown(line.Text)))], Shown(enquiry.WhyNow),
                    Shown(enquiry.HopedForChange), enquiry.OccurredOn, enquiry.SelfReviewId)
                : null,
            [.. review.Evidence.Select(item => new EvidenceAsSeen(
                item.EvidenceId, item.Kind, item.Line, item.JointWithHost, Shown(item.WhatWasSeen), item.ByPerson, item.PeopleCount, item.OccurredOn))],
            [.. review.Findings.Select(finding => new FindingAsSeen(
                finding.FindingId, finding.Kind, finding.Line, Shown(finding.Statement), finding.EvidenceIds, finding.HostView, Shown(finding.HostComment), finding.OccurredOn))],
            review.Draft is { } draft ? new(draft.Draft, Shown(draft.Report), draft.DraftedBy, draft.OccurredOn) : null,
            review.Answer is { } answer ? new(answer.Draft, answer.Accurate, [.. answer.Points.Select(point => Shown(point))], answer.AnsweredBy, answer.OccurredOn) : null,
            [.. review.Releases.Select(release => ReleaseOf(release, review.Withdrawn.Find(taken => taken.ReleaseId == release.ReleaseId)))],
            [.. review.FollowUp.Select(told => new FollowUpAsSeen(told.PriorFindingId, told.Status, told.EvidenceIds, told.OccurredOn))],
            [.. review.QualityViews.Where(view => review.QualityViews.Count == 2 || view.GivenBy == reader.Acting.Person).Select(view => QualityOf(view.Side, view.Principles, view.StrengthenNext, view.OccurredOn)),
                .. review.Quality is { } settled ? [QualityOf(null, settled.Principles, settled.StrengthenNext, settled.OccurredOn)] : Array.Empty<QualityAsSeen>()],
            [
                .. review.EvidenceCorrections.Select(fact => new CorrectionAsSeen(fact.EvidenceId, null, fact.Field, null, false, Shown(fact.Was), Shown(fact.Now), Shown(fact.Reason), fact.OccurredOn)),
                .. review.EvidenceWithdrawals.Select(fact => new CorrectionAsSeen(fact.EvidenceId, null, null, null, true, null, null, Shown(fact.Reason), fact.OccurredOn)),
                .. review.FindingCorrections.Select(fact => new CorrectionAsSeen(null, fact.FindingId, null, fact.Field, false, Shown(fact.Was), Shown(fact.Now), Shown(fact.Reason), fact.OccurredOn)),
                .. review.FindingWithdrawals.Select(fact => new CorrectionAsSeen(null, fact.FindingId, null, null, true, null, null, Shown(fact.Reason), fact.OccurredOn)),
            ]);

        QualityAsSeen QualityOf(QualitySide? side, IReadOnlyList<PrincipleCheck> principles, PeerReviewPrinciple next, DateOnly on) =>
            new(side, [.. principles.Select(check => new PrincipleAsSeen(check.Principle, check.Met, Shown(check.Evidence)))], next, on);

        ReleaseAsSeen ReleaseOf(ReportReleased release, ReleaseWithdrawn? taken) => new(
            release.ReleaseId, release.Ring, release.Extent, release.Purpose, release.ReleasedBy, release.NewConsent, release.ExpiresOn, release.OccurredOn, taken?.OccurredOn, Shown(taken?.Why));

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);
    }
}
