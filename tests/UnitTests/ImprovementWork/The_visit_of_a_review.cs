using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_visit_of_a_review
{
    private static readonly StartVisit Start = new([LeadReviewer, Reviewer, Facilitator], Visit);
    private static readonly RecordEvidence Walk = new(EvidenceKind.LearningWalk, 1, true, new("Pupils asked each other why."), LeadReviewer, Visit);

    [Fact]
    public void follows_the_protocol_as_the_schools_signed_it()
    {
        var command = new ConfirmProtocol(1, true, Visit.AddDays(-15));
        Before<ProtocolConfirmed>().When(review => command.Objection(review, Partnership(), TheLead), review => command.Decide(review, Partnership()))
            .Then(new ProtocolConfirmed(Id, Triad, 1, Routes, [Trigger.Workshop, Trigger.HostPlan], null, Visit.AddDays(-15), SafeguardingUnderstood: true));
        command.Objection(Before<TeamConfirmed>().State, Partnership(), TheLead).ShouldNotBeNull().Rule.ShouldBe("IMP-3");
    }

    [Fact]
    public void PRT_6_narrows_what_the_schools_signed_and_never_widens_it()
    {
        Refused(new(2, true, Visit), "protocolVersion");
        new ConfirmProtocol(1, false, Visit).Objection(Before<ProtocolConfirmed>().State, Partnership(), TheLead).ShouldNotBeNull().Field.ShouldBe("safeguardingUnderstood");
        Refused(new(1, true, Visit, [new(Artefact.Report, AudienceRing.PartnershipHeads, Extent.FullReport)]), "routes");
        Refused(new(1, true, Visit, [new(Artefact.EvidenceNotes, AudienceRing.ReviewTeam, Extent.Summary)]), "routes");
        Refused(new(1, true, Visit, TriggersAllowed: [Trigger.JointProject]), "triggersAllowed");
        new ConfirmProtocol(1, true, Visit, [new(Artefact.Report, AudienceRing.HostHead, Extent.FullReport)], [Trigger.HostPlan])
            .Objection(Before<ProtocolConfirmed>().State, Partnership(), TheLead).ShouldBeNull();

        static void Refused(ConfirmProtocol command, string field) => command.Objection(Before<ProtocolConfirmed>().State, Partnership(), TheLead)
            .ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("PRT-6"), why => why.Field.ShouldBe(field));
    }

    [Fact]
    public void comes_after_one_briefing_of_staff()
    {
        var command = new BriefStaff(Visit.AddDays(-10));
        Before<StaffBriefed>().When(review => command.Objection(review, Partnership(), TheHost), command.Decide).Then(new StaffBriefed(Id, Triad, Visit.AddDays(-10)));
        Before<VisitEnded>().When(review => command.Objection(review, Partnership(), TheHost), command.Decide).ThenObjection("input");
    }

    [Fact]
    public void begins_with_those_present() => Starting(Before<VisitStarted>()).Then(new VisitStarted(Id, Triad, [LeadReviewer, Reviewer, Facilitator], Visit));

    [Fact]
    public void XCT_8_begins_with_schools_that_are_members_on_the_day()
    {
        Start.Objection(Before<VisitStarted>().State, Fitness(Partnership().Apply(new SchoolLeft(Triad, Ashdown, [], Visit.AddDays(-1)))), new(true), TheLead).ShouldNotBeNull().ShouldBe(
            new("XCT-8", $"School {Ashdown} was not a member on {Visit:d MMMM yyyy}.", "occurredOn"));
        Start.Objection(Before<VisitStarted>().State, Fitness(Partnership().Apply(new SchoolLeft(Triad, Birchwood, [], Visit.AddDays(-1)))), new(true), TheLead).ShouldNotBeNull().Field.ShouldBe("reviewersPresent");
        Start.Objection(Before<VisitStarted>().State, Fitness(Partnership().Apply(new SchoolLeft(Triad, Ashdown, [], Visit))), new(true), TheLead).ShouldBeNull();
    }

    [Fact]
    public void PRT_6_begins_once_a_school_that_took_anothers_place_has_signed()
    {
        var succeeded = Partnership().Apply(new SchoolSucceeded(Triad, Ashdown, Downlands, SuccessionKind.Academisation, Visit.AddDays(-5)));
        Start.Objection(Before<VisitStarted>().State, Fitness(succeeded), new(true), TheLead).ShouldNotBeNull().Rule.ShouldBe("PRT-6");
        foreach (var capacity in new[] { Capacity.Headteacher, Capacity.ChairOfGovernors })
            succeeded = succeeded.Apply(new ProtocolSigned(Triad, 1, Downlands, App.Person($"{capacity}"), capacity, Visit.AddDays(-2)));
        Start.Objection(Before<VisitStarted>().State, Fitness(succeeded), new(true), TheLead).ShouldBeNull();
    }

    [Fact]
    public void IMP_6_does_not_begin_before_the_protocol_is_confirmed() => Starting(Before<ProtocolConfirmed>()).ThenObjection("IMP-6");

    [Fact]
    public void IMP_6_does_not_begin_before_staff_are_briefed()
    {
        Starting(Before<StaffBriefed>()).ThenObjection("IMP-6");
        Starting(Before<StaffBriefed>(new StaffBriefed(Id, Triad, Visit.AddDays(1)))).ThenObjection("IMP-6");
        Starting(Before<StaffBriefed>(new StaffBriefed(Id, Triad, Visit))).ThenAllowed();
        Starting(Before<ProtocolConfirmed>(new ProtocolConfirmed(Id, Triad, 1, Routes, [], Visit.AddDays(-16), Visit.AddDays(-15)))).ThenAllowed();
    }

    [Fact]
    public void IMP_7_first_round_of_a_triad_needs_a_facilitator()
    {
        object[] secondRound = [Planned with { Round = 2 }, .. Facts.Skip(1).TakeWhile(fact => fact is not VisitStarted)];
        Starting(Before<VisitStarted>(), null, LeadReviewer, Reviewer).ThenObjection("IMP-7", "reviewersPresent");
        Starting(Given.Facts<PeerReview>(secondRound), null, LeadReviewer, Reviewer).ThenAllowed();
        // A number proves no earlier round: the first visit that a triad records has one, too.
        new StartVisit([LeadReviewer, Reviewer], Visit).Objection(Given.Facts<PeerReview>(secondRound).State, Fitness(), new(false), TheLead).ShouldNotBeNull().Rule.ShouldBe("IMP-7");
        Starting(Before<VisitStarted>(), Partnership(PartnershipKind.Cluster), LeadReviewer, Reviewer).ThenAllowed();
    }

    [Fact]
    public void IMP_14_does_not_begin_when_those_who_made_it_another_team_stay_away()
    {
        var lastYear = FinalBut<VisitStarted>(started => started with { ReviewersPresent = [LeadReviewer, Reviewer], OccurredOn = Visit.AddYears(-1) }).State;
        object[] thisYear = [.. Facts.TakeWhile(fact => fact is not TeamConfirmed), Proposed(Outsider, TeamRole.Reviewer, Cedars), Declared(Outsider), Assessed(Outsider),
            new TeamConfirmed(Id, Triad, [LeadReviewer, Reviewer, Outsider], LeadReviewer, Visit.AddDays(-20)), .. Facts.SkipWhile(fact => fact is not ProtocolConfirmed).TakeWhile(fact => fact is not VisitStarted)];
        When<PeerReview> Coming(params PersonId[] present)
        {
            var command = new StartVisit(present, Visit);
            return Given.Facts<PeerReview>(thisYear).When(review => command.Objection(review, Fitness(Partnership(PartnershipKind.Cluster), lastYear: lastYear), new(true), TheLead), command.Decide);
        }

        Coming(LeadReviewer, Reviewer).ThenObjection("IMP-14", "reviewersPresent");
        Coming(LeadReviewer, Reviewer, Outsider).ThenAllowed();
        Coming(LeadReviewer, Outsider).ThenAllowed();
    }

    [Fact]
    public void PRT_6_keeps_the_protocol_it_was_planned_under_whatever_is_adopted_later()
    {
        var amended = Partnership().Apply(Partnership().Protocols[0] with { Version = 2, EffectiveFrom = Planned.OccurredOn.AddDays(-5), OccurredOn = Planned.OccurredOn.AddDays(-5) });
        ConfirmProtocol first = new(1, true, Visit.AddDays(-15)), second = new(2, true, Visit.AddDays(-15));
        first.Objection(Before<ProtocolConfirmed>().State, amended, TheLead).ShouldBeNull("it was adopted after the review was planned, and dated back");
        second.Objection(Before<ProtocolConfirmed>().State, amended, TheLead).ShouldNotBeNull().Rule.ShouldBe("PRT-6");
        new PlanReview(Triad, Ashdown, 1, ReviewModel.LocalTriad, Visit, Visit, HostHead, Planned.OccurredOn).Decide(Id, amended).ProtocolVersion.ShouldBe(2, "a later review is bound by it");
    }

    [Fact]
    public void IMP_3_begins_with_two_peers_and_their_lead()
    {
        Starting(Before<VisitStarted>(), null, LeadReviewer, Facilitator).ThenObjection("IMP-3", "reviewersPresent");
        Starting(Before<VisitStarted>(), null, LeadReviewer, Reviewer, Outsider).ThenObjection("input", "reviewersPresent");
    }

    [Fact]
    public void IMP_5_begins_without_whoever_an_interest_came_up_for() =>
        Starting(Before<VisitStarted>(Declared(Reviewer) with { Nature = InterestNature.Applicant })).ThenObjection("IMP-5", "reviewersPresent");

    [Fact]
    public void IMP_4_begins_with_training_that_still_counts_on_the_day_itself()
    {
        var justInTime = Given.Facts<PeerReview>([.. Facts.TakeWhile(fact => fact is not VisitStarted)
            .Select(fact => fact is TeamMemberProposed { Role: TeamRole.Reviewer } reviewer ? reviewer with { TrainedOn = Visit.AddMonths(-36) } : fact)]);
        Starting(justInTime).ThenAllowed();
        var dayLater = Start with { OccurredOn = Visit.AddDays(1) };
        justInTime.When(review => dayLater.Objection(review, Fitness(), new(true), TheLeadReviewer), dayLater.Decide).ThenObjection("IMP-4");
        justInTime.When(review => dayLater.Objection(review, Fitness(records: Training_for_peer_review.Of(Reviewer, Visit.AddYears(-1))), new(true), TheLeadReviewer), dayLater.Decide).ThenAllowed();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, "IMP-8")]
    [InlineData(-1, "input")]
    public void IMP_8_ends_within_the_days_of_its_protocol(int last, string? rule)
    {
        var command = new EndVisit(Visit.AddDays(last));
        var ending = Before<VisitEnded>().When(review => command.Objection(review, Partnership(), TermCalendar.Shipped, TheLeadReviewer), command.Decide);
        if (rule is null) ending.Then(new VisitEnded(Id, Triad, Visit.AddDays(last)));
        else ending.ThenObjection(rule, "occurredOn");
    }

    [Fact]
    public void gathers_evidence() =>
        Gathering(Before<VisitEnded>(), Walk).Then<EvidenceRecorded>(fact => fact.ByPerson.ShouldBe(LeadReviewer));

    [Fact]
    public void IMP_9_gathers_evidence_only_while_it_lasts()
    {
        Gathering(Before<VisitStarted>(), Walk).ThenObjection("IMP-9");
        Gathering(Before<FeedbackGiven>(), Walk with { OccurredOn = Visit.AddDays(-1) }).ThenObjection("IMP-9", "occurredOn");
        Gathering(Before<FeedbackGiven>(), Walk with { OccurredOn = Visit.AddDays(2) }).ThenObjection("IMP-9", "occurredOn");
        Gathering(Before<FeedbackGiven>(), Walk with { OccurredOn = Visit.AddDays(1) }).ThenAllowed();
        // While nobody has ended it, it lasts as long as its protocol allows; and it does not end before what was seen on it.
        Gathering(Before<VisitEnded>(), Walk with { OccurredOn = Visit.AddDays(1) }).ThenAllowed();
        Gathering(Before<VisitEnded>(), Walk with { OccurredOn = Visit.AddDays(2) }).ThenObjection("IMP-9", "occurredOn");
        When<PeerReview> Ending(DateOnly day) { var command = new EndVisit(day); return Before<VisitEnded>(Seen(EvidenceId.New(), EvidenceKind.LessonVisit) with { OccurredOn = Visit.AddDays(1) }).When(review => command.Objection(review, Partnership(), TermCalendar.Shipped, TheLead), command.Decide); }
        Ending(Visit).ThenObjection("IMP-9", "occurredOn");
        Ending(Visit.AddDays(1)).ThenAllowed();
        // A document of Tuesday week is five school days after Tuesday and six after Monday.
        When<PeerReview> Read(DateOnly end) { var command = new EndVisit(end); return Before<VisitEnded>(Seen(EvidenceId.New(), EvidenceKind.Document) with { OccurredOn = new(2026, 3, 10) }).When(review => command.Objection(review, Partnership(), TermCalendar.Shipped, TheLead), command.Decide); }
        Read(Visit).ThenObjection("IMP-9", "occurredOn");
        Read(Visit.AddDays(1)).ThenAllowed();
    }

    [Fact]
    public void IMP_9_makes_nothing_that_was_read_after_it_into_what_was_seen_on_it()
    {
        var read = EvidenceId.New();
        When<PeerReview> Correcting(DateOnly on)
        {
            var command = new CorrectEvidence(read, EvidenceField.Kind, new("lesson-visit"), new("The wrong kind."), Visit.AddDays(6));
            return Before<FeedbackGiven>(Seen(read, EvidenceKind.Document) with { OccurredOn = on }).When(review => command.Objection(review, Partnership(), TheLead), review => command.Decide(review, new(Guid.NewGuid())));
        }

        Correcting(Visit.AddDays(5)).ThenObjection("IMP-9", "now");
        new CorrectEvidence(read, EvidenceField.Kind, new("lesson-visit"), new("The wrong kind."), Visit.AddDays(6))
            .Objection(Before<VisitEnded>(Seen(read, EvidenceKind.Document) with { OccurredOn = Visit.AddDays(5) }).State, Partnership(), TheLead).ShouldNotBeNull("nobody has ended the visit").Rule.ShouldBe("IMP-9");
        Correcting(Visit.AddDays(1)).ThenAllowed();
    }

    [Fact]
    public void IMP_3_is_judged_by_nobody_from_the_school_and_nobody_who_looks_on()
    {
        foreach (var role in new[] { TeamRole.HostPartner, TeamRole.Shadow })
        {
            object[] beside = [Proposed(Outsider, role, Ashdown), Declared(Outsider), Assessed(Outsider), new TeamConfirmed(Id, Triad, [LeadReviewer, Reviewer, Facilitator, Outsider], LeadReviewer, Visit.AddDays(-20))];
            var review = Given.Facts<PeerReview>([.. Facts.TakeWhile(fact => fact is not TeamConfirmed), .. beside, .. Facts.SkipWhile(fact => fact is not ProtocolConfirmed).TakeWhile(fact => fact is not VisitEnded)]).State;
            (review.HasOnTeam(Outsider), review.JudgedBy(Outsider)).ShouldBe((true, false), role.ToString());
            (Walk with { ByPerson = Outsider }).Objection(review, Partnership(), TermCalendar.Shipped, Holds("outsider")).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
            (Walk with { ByPerson = Outsider }).Objection(review, Partnership(), TermCalendar.Shipped, TheLead).ShouldNotBeNull().Rule.ShouldBe("IMP-9");
        }
    }

    [Fact]
    public void IMP_3_has_both_other_schools_of_a_triad_there_on_the_day()
    {
        object[] second = [Proposed(Outsider, TeamRole.Reviewer, Birchwood), Declared(Outsider), Assessed(Outsider), new TeamConfirmed(Id, Triad, [LeadReviewer, Reviewer, Facilitator, Outsider], LeadReviewer, Visit.AddDays(-20))];
        When<PeerReview> Coming(params PersonId[] present)
        {
            var command = new StartVisit(present, Visit);
            return Given.Facts<PeerReview>([.. Facts.TakeWhile(fact => fact is not TeamConfirmed), .. second, .. Facts.SkipWhile(fact => fact is not ProtocolConfirmed).TakeWhile(fact => fact is not VisitStarted)])
                .When(review => command.Objection(review, Fitness(), new(true), TheLead), command.Decide);
        }

        Coming(LeadReviewer, Outsider, Facilitator).ThenObjection("IMP-3", "reviewersPresent");
        Coming(LeadReviewer, Reviewer, Facilitator).ThenAllowed();
    }

    [Theory]
    [InlineData(EvidenceKind.Document)]
    [InlineData(EvidenceKind.DataAnalysis)]
    public void IMP_9_reads_documents_and_data_for_five_school_days_more(EvidenceKind kind)
    {
        // The visit ends on Tuesday 3 March; the fifth school day after it is Tuesday 10 March.
        Gathering(Before<FeedbackGiven>(), Walk with { Kind = kind, OccurredOn = new(2026, 3, 10) }).ThenAllowed();
        Gathering(Before<FeedbackGiven>(), Walk with { Kind = kind, OccurredOn = new(2026, 3, 11) }).ThenObjection("IMP-9", "occurredOn");
    }

    [Fact]
    public void IMP_9_gathers_evidence_by_confirmed_members_alone() =>
        Before<VisitEnded>().When(review => (Walk with { ByPerson = Outsider }).Objection(review, Partnership(), TermCalendar.Shipped, TheLead), review => Walk.Decide(EvidenceId.New(), review))
            .ThenObjection("IMP-9", "byPerson");

    [Fact]
    public void XCT_6_lets_a_member_record_only_what_they_saw_themself()
    {
        Gathering(Before<VisitEnded>(), Walk with { ByPerson = Reviewer }).ThenObjection("XCT-6", "byPerson");
        Walk.Objection(Before<VisitEnded>().State, Partnership(), TermCalendar.Shipped, TheLead).ShouldBeNull("the partnership's lead records for each of them");
        Walk.Objection(Before<VisitEnded>().State, Partnership(), TermCalendar.Shipped, Holds("head", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, null)))
            .ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Walk.Objection(Before<VisitEnded>().State, Partnership(), TermCalendar.Shipped, Nobody).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void IMP_9_gathers_none_by_a_confirmed_member_who_stayed_away()
    {
        var without = Given.Facts<PeerReview>([.. Facts.TakeWhile(fact => fact is not VisitStarted), new VisitStarted(Id, Triad, [LeadReviewer, Facilitator], Visit)]);
        without.When(review => (Walk with { ByPerson = Reviewer }).Objection(review, Partnership(), TermCalendar.Shipped, TheLead), review => Walk.Decide(EvidenceId.New(), review)).ThenObjection("IMP-9", "byPerson");
        without.When(review => (Walk with { ByPerson = LeadReviewer }).Objection(review, Partnership(), TermCalendar.Shipped, TheLead), review => Walk.Decide(EvidenceId.New(), review)).ThenAllowed();
    }

    [Fact]
    public void IMP_10_names_nobody_in_its_evidence() =>
        Gathering(Before<VisitEnded>(), Walk with { WhatWasSeen = new("Mrs Example asked why.") }).ThenObjection("IMP-10", "whatWasSeen");

    [Fact]
    public void XCT_9_gathers_nothing_once_the_report_is_final() => Gathering(Final(), Walk).ThenObjection("XCT-9");

    private static When<PeerReview> Starting(Given<PeerReview> given, ReviewingPartnership? partnership = null, params PersonId[] present)
    {
        var command = present.Length == 0 ? Start : Start with { ReviewersPresent = present };
        return given.When(review => command.Objection(review, Fitness(partnership), new(true), TheLeadReviewer), command.Decide);
    }

    private static When<PeerReview> Gathering(Given<PeerReview> given, RecordEvidence command) =>
        given.When(review => command.Objection(review, Partnership(), TermCalendar.Shipped, TheLeadReviewer), review => command.Decide(EvidenceId.New(), review));
}
