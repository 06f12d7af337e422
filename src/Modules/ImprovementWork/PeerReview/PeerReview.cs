using System.Collections.Immutable;
using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using JasperFx.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>How far a review has come.</summary>
public enum ReviewState
{
    Planned, Scoped, TeamConfirmed, ProtocolConfirmed, DataShared, Visiting, VisitEnded, FedBack, Drafted, AccuracyAnswered, Finalised,
    Closed, Cancelled,
}

/// <summary>One peer review at a point of its history.</summary>
public sealed record PeerReview(
    ReviewId Id, PartnershipId PartnershipId, Urn HostUrn, ReviewPlanned Plan, ReviewState State, DateOnly Since, EnquiryAgreed? Enquiry, ImmutableList<TeamMember> Team,
    TeamConfirmed? Confirmed, ProtocolConfirmed? Protocol, DateOnly? StaffBriefedOn, DateOnly? VisitStartedOn, DateOnly? VisitEndedOn,
    ImmutableList<EvidenceRecorded> Evidence, ImmutableList<FindingAgreed> Findings, FeedbackGiven? Feedback, ReportDrafted? Draft, ReportAccuracyAnswered? Answer,
    ReportFinalised? Final, ImmutableList<ReportReleased> Releases)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    /// <summary>Who was proposed and left out when the team was confirmed, and not proposed again since.</summary>
    public ImmutableList<PersonId> LeftOut { get; init; } = [];

    /// <summary>Those of the team who came; empty before the visit.</summary>
    public ImmutableList<PersonId> Present { get; init; } = [];

    /// <summary>The day the latest draft was recorded, in Europe/London: its day may be earlier, and nobody can answer what is not there.</summary>
    public DateOnly? DraftRecordedOn { get; init; }

    /// <summary>The releases the host head took back.</summary>
    public ImmutableList<ReleaseWithdrawn> Withdrawn { get; init; } = [];

    /// <summary>The dates of the whole cycle, as last published.</summary>
    public TimetablePublished? Timetable { get; init; }

    /// <summary>What the host shared with its team before the visit.</summary>
    public ImmutableList<PreReviewDataShared> Shared { get; init; } = [];

    /// <summary>The last time it was put off.</summary>
    public ReviewPostponed? Postponed { get; init; }

    /// <summary>Null while it goes on; who plans the school's review of the round anew finds the round free. The unique index of rounds leaves out what is cancelled.</summary>
    public ReviewCancelled? Cancelled { get; init; }

    /// <summary>The round it takes up; none once it is cancelled.</summary>
    public int? RoundTaken => Cancelled is null ? Plan.Round : null;

    /// <summary>Difficult conversations held, by day; nothing of what was said.</summary>
    public ImmutableList<DifficultConversationHeld> Conversations { get; init; } = [];

    /// <summary>That something was referred, when and by which route.</summary>
    public ImmutableList<SafeguardingReferred> Referrals { get; init; } = [];

    /// <summary>What was put right of the evidence and findings, with both texts.</summary>
    public ImmutableList<EvidenceCorrected> EvidenceCorrections { get; init; } = [];

    public ImmutableList<EvidenceWithdrawn> EvidenceWithdrawals { get; init; } = [];

    public ImmutableList<FindingCorrected> FindingCorrections { get; init; } = [];

    public ImmutableList<FindingWithdrawn> FindingWithdrawals { get; init; } = [];

    /// <summary>What became of the findings of the review it follows up, as last recorded.</summary>
    public ImmutableList<FollowUpStatusSet> FollowUp { get; init; } = [];

    public ImmutableList<PracticeOffered> Practices { get; init; } = [];

    public ImmutableList<PracticeTakenUp> TakenUp { get; init; } = [];

    /// <summary>What each side says of how the review kept the nine principles; a later view of a side replaces the earlier one.</summary>
    public ImmutableList<QualityViewGiven> QualityViews { get; init; } = [];

    public QualityChecked? Quality { get; init; }

    /// <summary>The day its cycle was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Why nothing followed it; null for a review that was followed up.</summary>
    public ConfidentialText? ClosedBecause { get; init; }

    public static PeerReview Create(ReviewPlanned fact) => new(
        fact.ReviewId, fact.PartnershipId, fact.HostUrn, fact, ReviewState.Planned, fact.OccurredOn, null, [], null, null, null, null, null, [], [], null, null, null, null, []);

    public PeerReview Apply(EnquiryAgreed fact) => Reach(ReviewState.Scoped, fact.OccurredOn) with { Enquiry = fact };

    /// <summary>A later proposal of the same person replaces the earlier one; what they declared stays, and of a confirmed member who comes from another school than was said it is weighed anew.</summary>
    public PeerReview Apply(TeamMemberProposed fact)
    {
        var before = Team.Find(member => member.PersonId == fact.PersonId);
        var member = new TeamMember(fact.PersonId, fact.HomeUrn, fact.Role, fact.TrainedOn, before?.Interest,
            before?.HomeUrn != fact.HomeUrn && Confirmed?.Members.Contains(fact.PersonId) == true ? null : before?.Assessment);
        return this with { LeftOut = LeftOut.Remove(fact.PersonId), Team = before is null ? Team.Add(member) : Team.Replace(before, member) };
    }

    /// <summary>A later declaration replaces the earlier one, and what was weighed must be weighed again.</summary>
    public PeerReview Apply(ReviewerInterestDeclared fact) => With(fact.PersonId, member => member with { Interest = fact, Assessment = null });

    public PeerReview Apply(ReviewerInterestAssessed fact) => With(fact.PersonId, member => member with { Assessment = fact });

    public PeerReview Apply(TeamConfirmed fact) =>
        Reach(State > ReviewState.TeamConfirmed ? State : ReviewState.TeamConfirmed, fact.OccurredOn) with { Confirmed = fact, LeftOut = [.. Team.Select(member => member.PersonId).Except(fact.Members)] };

    public PeerReview Apply(ProtocolConfirmed fact) =>
        Reach(ReviewState.ProtocolConfirmed, fact.OccurredOn) with { Protocol = fact, StaffBriefedOn = fact.StaffBriefedOn ?? StaffBriefedOn };

    public PeerReview Apply(StaffBriefed fact) => this with { StaffBriefedOn = fact.OccurredOn };

    public PeerReview Apply(VisitStarted fact) => Reach(ReviewState.Visiting, fact.OccurredOn) with { VisitStartedOn = fact.OccurredOn, Present = [.. fact.ReviewersPresent] };

    public PeerReview Apply(VisitEnded fact) => Reach(ReviewState.VisitEnded, fact.OccurredOn) with { VisitEndedOn = fact.OccurredOn };

    public PeerReview Apply(EvidenceRecorded fact) => this with { Evidence = Evidence.Add(fact) };

    public PeerReview Apply(FindingAgreed fact) => this with { Findings = Findings.Add(fact) };

    public PeerReview Apply(FeedbackGiven fact) => Reach(ReviewState.FedBack, fact.OccurredOn) with { Feedback = fact };

    /// <summary>A later draft replaces the earlier one and asks for an answer of its own.</summary>
    public PeerReview Apply(IEvent<ReportDrafted> e) => Reach(ReviewState.Drafted, e.Data.OccurredOn) with { Draft = e.Data, DraftRecordedOn = When.DayOf(e.Timestamp), Answer = null };

    public PeerReview Apply(ReportAccuracyAnswered fact) => Reach(ReviewState.AccuracyAnswered, fact.OccurredOn) with { Answer = fact };

    public PeerReview Apply(ReportFinalised fact) => Reach(ReviewState.Finalised, fact.OccurredOn) with { Final = fact };

    public PeerReview Apply(ReportReleased fact) => this with { Releases = Releases.Add(fact) };

    public PeerReview Apply(ReleaseWithdrawn fact) => this with { Withdrawn = Withdrawn.Add(fact) };

    /// <summary>A later timetable replaces the earlier one. It moves no days of the visit: that is what postponing is for.</summary>
    public PeerReview Apply(TimetablePublished fact) => this with { Timetable = fact };

    public PeerReview Apply(PreReviewDataShared fact) =>
        (State == ReviewState.ProtocolConfirmed ? Reach(ReviewState.DataShared, fact.OccurredOn) : this) with { Shared = Shared.Add(fact) };

    /// <summary>The plan has other days from now on, and the timetable is to be made anew.</summary>
    public PeerReview Apply(ReviewPostponed fact) =>
        this with { Plan = Plan with { PlannedFrom = fact.PlannedFrom, PlannedTo = fact.PlannedTo, AcademicYear = AcademicYear.Of(fact.PlannedFrom) }, Timetable = null, Postponed = fact };

    public PeerReview Apply(ReviewCancelled fact) => this with { State = ReviewState.Cancelled, Cancelled = fact };

    public PeerReview Apply(EvidenceCorrected fact) => this with
    {
        Evidence = Evidence.ConvertAll(item => item.EvidenceId != fact.EvidenceId ? item : fact.Field switch
        {
            // Kept as LearningWalk until corrections were kept as everything else is told: learning-walk.
            EvidenceField.Kind => item with { Kind = Kebab.Read<EvidenceKind>(fact.Now.Value) ?? Enum.Parse<EvidenceKind>(fact.Now.Value) },
            EvidenceField.Line => item with { Line = int.Parse(fact.Now.Value, CultureInfo.InvariantCulture) },
            EvidenceField.PeopleCount => item with { PeopleCount = int.Parse(fact.Now.Value, CultureInfo.InvariantCulture) },
            _ => item with { WhatWasSeen = fact.Now },
        }),
        EvidenceCorrections = EvidenceCorrections.Add(fact),
    };

    public PeerReview Apply(EvidenceWithdrawn fact) => this with { Evidence = Evidence.RemoveAll(item => item.EvidenceId == fact.EvidenceId), EvidenceWithdrawals = EvidenceWithdrawals.Add(fact) };

    public PeerReview Apply(FindingCorrected fact) => this with
    {
        Findings = Findings.ConvertAll(finding => finding.FindingId != fact.FindingId ? finding : fact.Field switch
        {
            FindingField.HostView => finding with { HostView = Kebab.Read<HostView>(fact.Now.Value)!.Value },
            FindingField.HostComment => finding with { HostComment = fact.Now },
            _ => finding with { Statement = fact.Now },
        }),
        FindingCorrections = FindingCorrections.Add(fact),
    };

    public PeerReview Apply(FindingWithdrawn fact) => this with { Findings = Findings.RemoveAll(finding => finding.FindingId == fact.FindingId), FindingWithdrawals = FindingWithdrawals.Add(fact) };

    public PeerReview Apply(DifficultConversationHeld fact) => this with { Conversations = Conversations.Add(fact) };

    public PeerReview Apply(SafeguardingReferred fact) => this with { Referrals = Referrals.Add(fact) };

    public PeerReview Apply(FollowUpStatusSet fact) => this with { FollowUp = FollowUp.RemoveAll(known => known.PriorFindingId == fact.PriorFindingId).Add(fact) };

    public PeerReview Apply(PracticeOffered fact) => this with { Practices = Practices.Add(fact) };

    public PeerReview Apply(PracticeTakenUp fact) => this with { TakenUp = TakenUp.Add(fact) };

    public PeerReview Apply(QualityViewGiven fact) => this with { QualityViews = QualityViews.RemoveAll(view => view.Side == fact.Side).Add(fact) };

    public PeerReview Apply(QualityChecked fact) => this with { Quality = fact };

    public PeerReview Apply(ReviewClosed fact) => this with { State = ReviewState.Closed, ClosedOn = fact.OccurredOn };

    public PeerReview Apply(ReviewClosedWithoutFollowUp fact) => this with { State = ReviewState.Closed, ClosedOn = fact.OccurredOn, ClosedBecause = fact.Why };

    /// <summary>The releases not taken back; one may have expired.</summary>
    public IEnumerable<ReportReleased> OpenReleases() => Releases.Where(release => !Withdrawn.Exists(taken => taken.ReleaseId == release.ReleaseId));

    private PeerReview Reach(ReviewState state, DateOnly on) => this with { State = state, Since = on };

    private PeerReview With(PersonId person, Func<TeamMember, TeamMember> change) =>
        Team.Find(member => member.PersonId == person) is { } member ? this with { Team = Team.Replace(member, change(member)) } : this;
}
