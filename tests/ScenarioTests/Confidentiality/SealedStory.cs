using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What became of the host school's membership after its review.</summary>
public enum Fate { Stays, Left, Succeeded }

/// <summary>A release of the report as a case draws it; days from today until it runs out, negative for one that has.</summary>
public sealed record Drawn(AudienceRing Ring, Extent Extent, int? LastsFor, bool Withdrawn);

/// <summary>A partnership with finished reviews of one school, a decision and a request for support, every text of which holds a canary: a word that stands nowhere else and names the kind
/// of text it stands in. <see cref="Allows"/> says who may read which, in plain words and without asking the service.</summary>
public sealed class SealedStory(Fate fate, IReadOnlyList<IReadOnlyList<Drawn>> reviews)
{
    public static readonly Urn Host = Ashdown, Left = new(990005), Academy = new(990006);

    private static readonly DateOnly Day = Ago(60);
    private static readonly string[] Declarers = [HeadOf(Birchwood), "facilitator", "excluded", "proposed"];

    private readonly PartnershipId _partnership = PartnershipId.New();
    private readonly IReadOnlyList<ReviewId> _reviews = [.. reviews.Select(_ => ReviewId.New())];
    private readonly DecisionId _decision = DecisionId.New();
    private readonly SupportRequestId _request = SupportRequestId.New();
    private readonly OfferId _offer = OfferId.New();
    private readonly ProjectId _project = ProjectId.New();
    private readonly PlanId _plan = new(Guid.NewGuid());
    private readonly ConcernId _concern = ConcernId.New();
    private readonly SupportRequestDraftId _draft = SupportRequestDraftId.After(Guid.NewGuid());
    private FindingId? _found;

    // The schools are the same in every story, and a school has one self-review a year: each story is told of a year of its own.
    private readonly int _year = Interlocked.Increment(ref _years);
    private static int _years = 2100;
    private static volatile bool _succeeded;

    /// <summary>What stands for each name in an address: one set for each review.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Ids => _reviews.Select(review => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["partnershipId"] = $"{_partnership}", ["reviewId"] = $"{review}", ["releaseId"] = $"{ReleaseOf(review)}", ["decisionId"] = $"{_decision}", ["supportRequestId"] = $"{_request}", ["offerId"] = $"{_offer}",
        ["urn"] = $"{Host}", ["personId"] = $"{App.Person("facilitator")}",
        ["projectId"] = $"{_project}", ["concernId"] = $"{_concern}", ["academicYear"] = $"{_year}", ["planId"] = $"{_plan}", ["supportRequestDraftId"] = $"{_draft}", ["task"] = "evidence", ["quadrant"] = "mid",
        ["path"] = "nothing.css", ["documentName"] = "v1",
    });

    public IReadOnlyList<string> Kinds { get; } =
        [.. reviews.SelectMany((_, at) => new[] { $"notes-{at}", $"finding-{at}", $"report-{at}", $"withdrawal-{at}", $"workshop-{at}", $"help-{at}", $"practice-{at}" }), "decision", "request", "project", "concern", "plan", "draft", "self", .. Declarers.Select(name => $"interest-{name}")];

    /// <summary>Everybody who reads, with the ring that B.7 puts them in: R0 the host's head, R1 the team, R2 heads of the peer group, R3 the host's governors, R4 heads of members,
    /// R5 quadrant chair and board, R6 local authority, trust and diocese. Everybody else is the public, whatever they may know of the partnership.</summary>
    public IReadOnlyDictionary<string, int> Rings => new Dictionary<string, int>
    {
        [HeadOf(Host)] = 0, [HeadOf(Birchwood)] = 1, ["facilitator"] = 1, [HeadOf(Cedars)] = 2, [ChairOf(Host)] = 3, [HeadOf(Downlands)] = 4, ["quadrant-chair"] = 5, ["board"] = 5,
        ["officer"] = 6, ["trust"] = 6, [HeadOf(Academy)] = fate == Fate.Succeeded ? 0 : 7, [ChairOf(Academy)] = fate == Fate.Succeeded ? 3 : 7,
        [HeadOf(Left)] = 7, [ChairOf(Downlands)] = 7, ["excluded"] = 7, ["proposed"] = 7, ["the-lead"] = 7, ["analyst"] = 7, ["auditor"] = 7, ["steward"] = 7, ["stranger"] = 7,
    };

    public string Canary(string kind) => $"canary-{kind}-{_partnership.Value.ToString("N")[20..]}";

    /// <summary>B.7: notes, drafts and answers, and the help a host asks for at a check-in, stay between host head and team; what a workshop chose goes to the peer group. Findings and report go to whom they were released, while the release lasts. Interests are for those who
    /// weigh them and for whoever declared them. A decision is for its partnership, the board and auditors; why a school needs support for its own leaders, the lead, the board and auditors.
    /// A joint project's texts are for whoever reads a decision. A concern that the members have not taken up together is for the head it concerns, for who raised it, and for the lead.
    /// What a host offers as practice is for the heads of the partnership, the host's chair and the lead.
    /// A draft of a request for support lies with the head alone. A self-review that was not shared is for the head of the school, and of one that took its place in any partnership.</summary>
    public bool Allows(string reader, string kind) => kind.Split('-') switch
    {
        ["notes" or "withdrawal" or "help", _] => Rings[reader] <= 1,
        ["workshop", _] => Rings[reader] <= 2,
        ["plan"] => reader == "the-lead" || Rings[reader] == 0 || (fate != Fate.Left && (reader == HeadOf(Birchwood) || reader == HeadOf(Cedars))),
        ["finding", var at] => Rings[reader] <= 1 || IsReleasedTo(reader, at, Extent.FindingsOnly, Extent.FullReport),
        ["report", var at] => Rings[reader] <= 1 || IsReleasedTo(reader, at, Extent.FullReport),
        ["draft"] => reader == HeadOf(Downlands),
        ["practice", _] => reader == "the-lead" || Rings[reader] <= 1 || Members().Any(urn => reader == HeadOf(urn)) || (fate != Fate.Left && reader == ChairOf(fate == Fate.Succeeded ? Academy : Host)),
        ["self"] => reader == HeadOf(Host) || (_succeeded && reader == HeadOf(Academy)),
        ["concern"] => reader == "the-lead" || reader == HeadOf(Downlands) || reader == HeadOf(Birchwood),
        ["decision" or "project"] => reader is "the-lead" or "board" or "auditor" || Members().Any(urn => reader == HeadOf(urn) || reader == ChairOf(urn)),
        ["request"] => reader is "the-lead" or "board" or "auditor" || reader == HeadOf(Downlands) || reader == ChairOf(Downlands),
        _ => reader == "the-lead" || Rings[reader] == 0 || kind == $"interest-{reader}",
    };

    public override string ToString() => $"The host {fate}; {string.Join("\n", reviews.Select(releases => string.Join("; ", releases)))}";

    private bool IsReleasedTo(string reader, string review, params Extent[] extents) =>
        reviews[int.Parse(review, CultureInfo.InvariantCulture)].Any(release => extents.Contains(release.Extent) && Rings[reader] <= (int)release.Ring && !release.Withdrawn && release.LastsFor is null or >= 0);

    private Urn[] Members() => [Birchwood, Cedars, Downlands, .. fate switch { Fate.Stays => [Host], Fate.Succeeded => [Academy], _ => Array.Empty<Urn>() }];

    public static string HeadOf(Urn urn) => $"head-{urn}";

    public static string ChairOf(Urn urn) => $"chair-{urn}";

    /// <summary>The schools and the people, once for all stories.</summary>
    public static async Task PeopleAsync(App app)
    {
        if (await app.ToldAsync(Host.LeadershipStream()) is { Count: > 0 }) return;
        Urn[] schools = [Host, Birchwood, Cedars, Downlands, Left, Academy];
        await app.RegisterSchoolsAsync(schools);
        foreach (var urn in schools)
            await app.TellAsync(urn.LeadershipStream(), new SchoolLeaderAppointed(urn, App.Person(HeadOf(urn)), Capacity.Headteacher, null, Ago(300)),
                new SchoolLeaderAppointed(urn, App.Person(ChairOf(urn)), Capacity.ChairOfGovernors, null, Ago(300)));
        foreach (var (name, capacity) in new[]
        {
            ("quadrant-chair", Capacity.QuadrantChair), ("board", Capacity.BoardMember), ("officer", Capacity.LaSchoolEffectivenessPartner), ("trust", Capacity.TrustOrDioceseRepresentative),
            ("analyst", Capacity.Analyst), ("auditor", Capacity.Auditor), ("steward", Capacity.DataSteward),
        })
            await app.TellAsync(Guid.CreateVersion7(), new CapacityGranted(App.Person(name), capacity, Ago(300), capacity == Capacity.QuadrantChair ? Quadrant.Mid : null, capacity == Capacity.TrustOrDioceseRepresentative ? Host : null));
    }

    public async Task TellAsync(App app)
    {
        var group = PeerGroupId.New();
        _succeeded |= fate == Fate.Succeeded;
        await app.TellAsync(_partnership.Value,
        [
            new PartnershipFormed(_partnership, $"Cluster {_partnership}", PartnershipKind.Cluster, Quadrant.Mid, [District.Braintree], [Host, Birchwood, Cedars, Downlands, Left], null, null,
                App.Person("the-lead"), Ago(200)),
            new LeadAppointed(_partnership, App.Person("the-lead"), LeadRole.Lead, Birchwood, Ago(200), null, Ago(200)),
            new PeerGroupFormed(_partnership, group, "Three", [Host, Birchwood, Cedars], Ago(190), Ago(190)),
            new ProtocolAdopted(_partnership, 1, [], [], 2, 15, 60, 120, SafeguardingRoute.Lado, 6, Ago(180), Ago(180)),
            new SchoolLeft(_partnership, Left, [], Ago(100)),
            .. fate switch
            {
                Fate.Left => [new SchoolLeft(_partnership, Host, [], Ago(10))],
                Fate.Succeeded => [new SchoolSucceeded(_partnership, Host, Academy, SuccessionKind.Academisation, Ago(10))],
                _ => Array.Empty<object>(),
            },
        ]);
        foreach (var (at, id) in _reviews.Index()) await FollowedUpAsync(app, id, at);
        foreach (var (at, id) in _reviews.Index()) await app.TellAsync(id.Value, [.. Review(id, at, group), .. reviews[at].Index().SelectMany(one => Told(id, at, one.Index, one.Item))]);
        await app.TellAsync(_offer.Value, new CapacityOffered(_offer, _partnership, ProviderKind.School, Birchwood, [ImprovementArea.Attendance], 8, Day, Day.AddDays(300), Day));
        await app.TellAsync(_decision.Value, Decision());
        await app.TellAsync(_request.Value, Request());
        await app.TellAsync(_project.Value, Project());
        await app.TellAsync(_concern.Value, Concern());
        await app.TellAsync(_plan.Value, Plan());
        await app.TellAsync(_draft.Value, new SupportRequestDrafted(_draft, _partnership, Downlands, _plan, ObjectiveId.New(), ImprovementArea.Attendance, Text("draft"), Text("draft"), Day));
        await app.TellAsync(SelfReviewId.Of(Host, _year).Value, SelfReview());
    }

    private object[] SelfReview()
    {
        var (id, text) = (SelfReviewId.Of(Host, _year), Text("self"));
        return
        [
            new SelfReviewOpened(id, Host, _year, "essex", 1, Day), new AreaSelfEvaluated(id, Host, ImprovementArea.Attendance, text, Confidence.Low, [text], text, text, Day),
            new FocusCandidateNamed(id, Host, text, Day), new SelfReviewSubmitted(id, Host, _year, Day),
        ];
    }

    /// <summary>A plan that began from a review: for the host's head and the heads who review with it, and for the lead, who records it.</summary>
    private object[] Plan()
    {
        var (text, one, other, action) = (Text("plan"), ObjectiveId.New(), ObjectiveId.New(), ActionId.New());
        ObjectiveTerms terms = new(text, text, text, "inclusion", Day.AddDays(200));
        ObjectiveSet Set(ObjectiveId id) => new(_plan, _partnership, id, ImprovementArea.Inclusion, null, terms, null, StaffRole.SeniorLeader, [Host], null, null, Day);
        return
        [
            new PlanOpened(_plan, _partnership, Host, AcademicYear.Of(Day), PlanSource.Review, _reviews.Count > 0 ? _reviews[0] : null, Day), Set(one), Set(other),
            new ObjectiveRevised(_plan, _partnership, one, terms, terms, text, Day), new ActionAdded(_plan, _partnership, one, action, text, StaffRole.Teacher, Day, Day),
            new ProgressReviewHeld(_plan, _partnership, 1, [App.Person(HeadOf(Host))], [new(one, Rag.Red, text), new(other, Rag.Red, text)], OverallProgress.OffCourse, text, null, Day),
            new ProgressReviewCorrected(_plan, _partnership, Guid.NewGuid(), 1, one, Rag.Red, Rag.Amber, text, Day),
            new ObjectiveNeedsHelp(_plan, _partnership, one, Host, ImprovementArea.Attendance, text, text, false, Day),
            new ObjectiveAchieved(_plan, _partnership, one, [new(text, Day)], Day), new ObjectiveStopped(_plan, _partnership, other, text, Day),
        ];
    }

    /// <summary>A workshop, and a check-in that found one finding under way.</summary>
    private async Task FollowedUpAsync(App app, ReviewId review, int at)
    {
        await app.TellAsync(ImprovementWorkshop.StreamOf(review),
            new WorkshopHeld(review, _partnership, [App.Person("champion")], [new(StaffRole.Teacher, 3)], [FindingId.New()], [Text($"workshop-{at}")], [], 3, false, Ago(50)));
        await app.TellAsync(CheckIn.StreamOf(review),
            new CheckInHeld(review, _partnership, App.Person(HeadOf(Birchwood)), [new(FindingId.New(), CheckInLevel.Started)], Text($"help-{at}"), null, Ago(2)));
    }

    private ConfidentialText Text(string kind) => new($"Here sits a {Canary(kind)} for whoever may see it.");

    private object[] Review(ReviewId review, int at, PeerGroupId group)
    {
        var (notes, finding, report, practice, walk, voice, found) =
            (Text($"notes-{at}"), Text($"finding-{at}"), Text($"report-{at}"), Text($"practice-{at}"), EvidenceId.New(), EvidenceId.New(), FindingId.New());
        var before = _found;
        _found = found;
        PersonId[] team = [.. Declarers[..3].Select(App.Person)];
        return
        [
            new ReviewPlanned(review, _partnership, group, Host, 2025, at + 1, ReviewModel.LocalTriad, Day, Day, App.Person(HeadOf(Host)), at > 0 ? _reviews[at - 1] : null, Day),
            new EnquiryAgreed(review, _partnership, notes, ImprovementArea.Attendance, [new(1, notes)], notes, notes, Day),
            .. Declarers.Select(name => new TeamMemberProposed(review, _partnership, App.Person(name), name == HeadOf(Birchwood) ? Birchwood : null, name == HeadOf(Birchwood) ? TeamRole.Lead : TeamRole.Facilitator, null, Day)),
            .. Declarers.Select(name => new ReviewerInterestDeclared(review, _partnership, App.Person(name), InterestNature.Family, Text($"interest-{name}"), Day)),
            .. Declarers.Select(name => Weighed(name, InterestOutcome.ClearWithSafeguards)),
            new TeamConfirmed(review, _partnership, team, team[0], Day),
            Weighed("excluded", InterestOutcome.Excluded),
            new ProtocolConfirmed(review, _partnership, 1, [], [], Day, Day), new ReviewPostponed(review, _partnership, Day, Day, notes, Day),
            new PreReviewDataShared(review, _partnership, [new(PreReviewDataKind.Other, notes, new string('0', 64))], AudienceRing.ReviewTeam, Day), new VisitStarted(review, _partnership, team, Day),
            new EvidenceRecorded(review, _partnership, walk, EvidenceKind.LearningWalk, 1, true, notes, team[0], 3, Day), new EvidenceRecorded(review, _partnership, voice, EvidenceKind.PupilVoice, 1, true, notes, team[0], 3, Day),
            new VisitEnded(review, _partnership, Day),
            new EvidenceCorrected(review, _partnership, walk, Guid.NewGuid(), EvidenceField.WhatWasSeen, notes, notes, notes, Day),
            new SafeguardingReferred(review, _partnership, SafeguardingRecipient.Lado, true, Day), new DifficultConversationHeld(review, _partnership, [new(Capacity.Headteacher, 2)], Day),
            .. before is { } prior ? [new FollowUpStatusSet(review, _partnership, prior, FollowUpStatus.Worse, [walk], Day)] : Array.Empty<object>(),
            new FindingAgreed(review, _partnership, found, FindingKind.Strength, 1, finding, [walk, voice], HostView.NotAgreed, finding, Day),
            new FindingCorrected(review, _partnership, found, Guid.NewGuid(), notes, finding, notes, Day), new FeedbackGiven(review, _partnership, [Capacity.Headteacher], true, Day),
            new ReportDrafted(review, _partnership, 1, notes, team[0], Day), new ReportAccuracyAnswered(review, _partnership, 1, false, [notes], App.Person(HeadOf(Host)), Day),
            new ReportDrafted(review, _partnership, 2, report, team[0], Day), new ReportAccuracyAnswered(review, _partnership, 2, true, [notes], App.Person(HeadOf(Host)), Day),
            new ReportFinalised(review, _partnership, 2, false, Day.AddYears(6), Day),
            new PracticeOffered(review, _partnership, PracticeId.New(), found, Host, practice, practice, Capacity.Headteacher, Day),
            .. Enum.GetValues<QualitySide>().Select(side => new QualityViewGiven(review, _partnership, side, [new(PeerReviewPrinciple.ActionFocused, PrincipleMet.No, notes)], PeerReviewPrinciple.ActionFocused, team[0], Day)),
            new QualityChecked(review, _partnership, [new(PeerReviewPrinciple.ActionFocused, PrincipleMet.No, notes)], PeerReviewPrinciple.ActionFocused, Day),
        ];

        ReviewerInterestAssessed Weighed(string name, InterestOutcome outcome) =>
            new(review, _partnership, App.Person(name), outcome, Text($"interest-{name}"), App.Person("the-lead"), Day);
    }

    /// <summary>The first release of a review, by an identity that follows from the review's.</summary>
    private static ReleaseId ReleaseOf(ReviewId review) => ReleaseId.TryParse($"{review}", null, out var id) ? id : throw new InvalidOperationException("A review has a UUID.");

    private IEnumerable<object> Told(ReviewId review, int at, int release, Drawn drawn)
    {
        var id = release == 0 ? ReleaseOf(review) : ReleaseId.New();
        yield return new ReportReleased(review, _partnership, id, drawn.Ring, drawn.Extent, ReleasePurpose.Governors, App.Person(HeadOf(Host)), true,
            drawn.LastsFor is { } days ? Today.AddDays(days) : null, Day);
        if (drawn.Withdrawn) yield return new ReleaseWithdrawn(review, _partnership, id, Text($"withdrawal-{at}"), Ago(1));
    }

    private object[] Decision()
    {
        var text = Text("decision");
        return
        [
            new DecisionOpened(_decision, _partnership, DecisionKind.Other, Direction.Lateral, text, [Host], null, DecidingBody.Board, 5, null, Day),
            new EvidenceCited(_decision, _partnership, CitationId.New(), Guid.NewGuid(), _reviews[0].Value, 2, "enquiry_agreed", "sha256:0", Day, text, Day),
            new OptionConsidered(_decision, _partnership, 1, text, text, text, Day),
            new DeciderInterestDeclared(_decision, _partnership, App.Person("board"), text, InterestAction.LeavesRoom, Day),
            new DecisionMade(_decision, _partnership, DecisionOutcome.Approved, 1, text, Day, [new(App.Person("board"), Capacity.BoardMember)], new(4, 0, 0), 3, null, Day, text),
            new DecisionClosed(_decision, _partnership, text, Day),
        ];
    }

    private object[] Project()
    {
        var text = Text("project");
        return
        [
            new ProjectLaunched(_project, _partnership, HardWiredArea.EngagingInResearch, text, [Birchwood, Cedars], App.Person(HeadOf(Cedars)), Day),
            new CycleHeld(_project, _partnership, 1, JointPracticeKind.LessonStudy, [new(StaffRole.Teacher, 4)], Day),
            new LearningShared(_project, _partnership, text, [Downlands], Day), new ProjectClosed(_project, _partnership, text, text, text, Day),
        ];
    }

    private object[] Concern()
    {
        var text = Text("concern");
        return
        [
            new ConcernRaised(_concern, _partnership, Downlands, ConcernKind.NoDataShared, text, text, App.Person(HeadOf(Birchwood)), Day), new ResponseAsked(_concern, _partnership, Downlands, Day),
            new ResponseGiven(_concern, _partnership, Downlands, text, App.Person(HeadOf(Downlands)), Day), new ConversationHeld(_concern, _partnership, text, Day),
            new FacilitatedMeetingHeld(_concern, _partnership, App.Person("facilitator"), text, Day), new ConcernResolved(_concern, _partnership, text, Day),
        ];
    }

    private object[] Request()
    {
        var text = Text("request");
        return
        [
            new SupportRequested(_request, _partnership, Downlands, ImprovementArea.Attendance, text, text, Urgency.ThisTerm, RequestOrigin.SelfReferral, true, null, Day),
            new SupplierInterestDeclared(_request, _partnership, _offer, SupplierInterest.None, text, Day),
            new SupplierInterestAssessed(_request, _partnership, _offer, SupplierInterestOutcome.ClearWithSafeguards, text, App.Person("the-lead"), Day),
            new CandidateShortlisted(_request, _partnership, _offer, text, Day),
            new MatchProposed(_request, _partnership, _offer, text, [new(OfferId.New(), text)], text, Day),
            new MatchDeclined(_request, _partnership, _offer, App.Person(HeadOf(Downlands)), text, Day),
            new MatchProposed(_request, _partnership, _offer, text, [new(OfferId.New(), text)], text, Day),
        ];
    }
}
