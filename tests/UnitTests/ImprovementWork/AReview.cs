using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>A review at Ashdown, in the first round of a triad, as the facts tell it: the visit begins on Monday 2 March 2026.</summary>
internal static class AReview
{
    public static readonly DateOnly Visit = new(2026, 3, 2);
    public static readonly PartnershipId Triad = PartnershipId.New();
    public static readonly ReviewId Id = ReviewId.New();
    public static readonly PersonId HostHead = App.Person("host-head"), LeadReviewer = App.Person("lead-reviewer"), Reviewer = App.Person("reviewer"),
        Facilitator = App.Person("facilitator"), Outsider = App.Person("outsider");
    public static readonly EvidenceId Walk = EvidenceId.New(), Voice = EvidenceId.New(), SecondVoice = EvidenceId.New();

    public static readonly Acting TheLead = Holds("lead", new HeldCapacity(Capacity.PartnershipLead, null, Triad, DateOnly.MinValue, null));
    public static readonly Acting TheHost = Holds("host-head", new HeldCapacity(Capacity.Headteacher, Ashdown, null, DateOnly.MinValue, null));
    public static readonly Acting TheLeadReviewer = Holds("lead-reviewer", new HeldCapacity(Capacity.Headteacher, Birchwood, null, DateOnly.MinValue, null));
    public static readonly Acting Nobody = Holds("nobody");

    public static readonly ReviewPlanned Planned =
        new(Id, Triad, null, Ashdown, 2025, 1, ReviewModel.LocalTriad, Visit, Visit.AddDays(1), HostHead, null, Visit.AddDays(-40), 1);

    /// <summary>The whole story, in order.</summary>
    public static readonly object[] Facts =
    [
        Planned,
        new EnquiryAgreed(Id, Triad, new("How do pupils ask why?"), ImprovementArea.CurriculumAndTeaching, [new(1, new("In lessons"))], new("New curriculum"), null, Visit.AddDays(-39)),
        Proposed(LeadReviewer, TeamRole.Lead, Birchwood), Proposed(Reviewer, TeamRole.Reviewer, Cedars), Proposed(Facilitator, TeamRole.Facilitator, null),
        Declared(LeadReviewer), Declared(Reviewer), Declared(Facilitator),
        Assessed(LeadReviewer), Assessed(Reviewer), Assessed(Facilitator),
        new TeamConfirmed(Id, Triad, [LeadReviewer, Reviewer, Facilitator], LeadReviewer, Visit.AddDays(-20)),
        new ProtocolConfirmed(Id, Triad, 1, Routes, [Trigger.Workshop], null, Visit.AddDays(-15)),
        new StaffBriefed(Id, Triad, Visit.AddDays(-10)),
        new VisitStarted(Id, Triad, [LeadReviewer, Reviewer, Facilitator], Visit),
        Seen(Walk, EvidenceKind.LearningWalk), Seen(Voice, EvidenceKind.PupilVoice), Seen(SecondVoice, EvidenceKind.PupilVoice),
        new VisitEnded(Id, Triad, Visit.AddDays(1)),
        Found(HostView.Agreed),
        new FeedbackGiven(Id, Triad, [Capacity.Headteacher], false, Visit.AddDays(1)),
        new ReportDrafted(Id, Triad, 1, new("What we saw."), LeadReviewer, Visit.AddDays(4)),
        new ReportAccuracyAnswered(Id, Triad, 1, true, [], HostHead, Visit.AddDays(8)),
        new ReportFinalised(Id, Triad, 1, false, Visit.AddDays(9).AddYears(6), Visit.AddDays(9)),
    ];

    public static IReadOnlyList<Route> Routes =>
        [new(Artefact.Report, AudienceRing.HostGovernors, Extent.FullReport), new(Artefact.Findings, AudienceRing.PartnershipHeads, Extent.FullReport)];

    /// <summary>The review just before the first fact of this kind, with facts of another turn of the story after it.</summary>
    public static Given<PeerReview> Before<TFact>(params object[] then) => Given.Facts<PeerReview>([.. Facts.TakeWhile(fact => fact is not TFact), .. then]);

    /// <summary>The review with its final report, and what followed.</summary>
    public static Given<PeerReview> Final(params object[] then) => Given.Facts<PeerReview>([.. Facts, .. then]);

    /// <summary>The whole story told with one fact otherwise.</summary>
    public static Given<PeerReview> FinalBut<TFact>(Func<TFact, TFact> otherwise) where TFact : notnull =>
        Given.Facts<PeerReview>([.. Facts.Select(fact => fact is TFact told ? (object)otherwise(told) : fact)]);

    public static TeamMemberProposed Proposed(PersonId person, TeamRole role, Urn? home, DateOnly? trainedOn = null) =>
        new(Id, Triad, person, home, role, trainedOn ?? Visit.AddYears(-1), Visit.AddDays(-30));

    public static ReviewerInterestDeclared Declared(PersonId person) => new(Id, Triad, person, InterestNature.None, null, Visit.AddDays(-28));

    public static ReviewerInterestAssessed Assessed(PersonId person, InterestOutcome outcome = InterestOutcome.Clear) =>
        new(Id, Triad, person, outcome, null, TheLead.Person, Visit.AddDays(-27));

    public static EvidenceRecorded Seen(EvidenceId id, EvidenceKind kind) => new(Id, Triad, id, kind, 1, false, new($"What {kind} showed, {id}"), Reviewer, null, Visit);

    public static FindingAgreed Found(HostView view) =>
        new(Id, Triad, FindingId.New(), FindingKind.Strength, 1, new("Pupils ask each other why."), [Walk, Voice], view, null, Visit.AddDays(1));

    public static Acting Holds(string name, params HeldCapacity[] held) => new(App.Person(name), held, Visit.AddDays(60));

    /// <summary>The triad of Ashdown, Birchwood and Cedars; every head and chair among <paramref name="signed"/> signed.</summary>
    public static ReviewingPartnership Partnership(PartnershipKind kind = PartnershipKind.Triad, Urn[]? schools = null, Urn[]? signed = null)
    {
        schools ??= [Ashdown, Birchwood, Cedars];
        return Given.Facts<ReviewingPartnership>([
            new PartnershipFormed(Triad, "Colne Valley", kind, Quadrant.Mid, [District.Braintree], schools, null, null, HostHead, Visit.AddYears(-1)),
            new ProtocolAdopted(Triad, 1, Routes, [Trigger.Workshop, Trigger.HostPlan], 2, 15, 60, 120, SafeguardingRoute.Lado, 6, Visit.AddDays(-200), Visit.AddDays(-200)),
            .. (signed ?? schools).SelectMany(urn => new[] { Signed(urn, Capacity.Headteacher), Signed(urn, Capacity.ChairOfGovernors) }),
        ]).State;
    }

    public static ProtocolSigned Signed(Urn urn, Capacity capacity) => new(Triad, 1, urn, Outsider, capacity, Visit.AddDays(-190));

    /// <summary>What a team is weighed against: the triad and its schools, unless told otherwise.</summary>
    public static FitnessOfTeam Fitness(
        ReviewingPartnership? partnership = null, SchoolInReview[]? schools = null, LinkedSchools? linked = null, PeerReview? lastYear = null, params TrainingRecord[] records) =>
        new(partnership ?? Partnership(), schools ?? Schools(Ashdown, Birchwood, Cedars, Downlands), linked ?? LinkedSchools.None, lastYear is null ? [] : [lastYear], records, []);

    public static SchoolInReview[] Schools(params Urn[] urns) => [.. urns.Select(urn => new SchoolInReview(urn, new(2010, 9, 1), null, null))];
}
