using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_team_of_a_review
{
    private static readonly DateOnly Day = Visit.AddDays(-20);

    [Fact]
    public void begins_with_the_enquiry_of_the_host()
    {
        Asking(Enquiry, Visit.AddDays(-50)).Then<EnquiryAgreed>(fact => fact.ShouldSatisfyAllConditions(
            () => fact.LinesOfEnquiry.Select(line => line.Number).ShouldBe([1, 2]), () => fact.SelfReviewId.ShouldBe(SelfReviewId.Of(Ashdown, 2025))));
        Asking(Enquiry with { LinesOfEnquiry = [] }, Visit.AddDays(-50)).ThenObjection("input", "linesOfEnquiry");
        Enquiry.Objection(Before<EnquiryAgreed>().State, Partnership(), new([]), TermCalendar.Shipped, TheLeadReviewer).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
    }

    [Fact]
    public void IMP_2_begins_with_a_question_and_a_self_review_of_this_term_or_the_one_before()
    {
        Asking(Enquiry with { Question = new(" ") }, Visit.AddDays(-50)).ThenObjection("IMP-2", "question");
        Asking(Enquiry).ThenObjection("IMP-2");
        // The enquiry is of 22 January 2026, in the spring term.
        Asking(Enquiry, new DateOnly(2025, 9, 10)).ThenAllowed();
        Asking(Enquiry, new DateOnly(2025, 7, 10)).ThenObjection("IMP-2");
        Asking(Enquiry, Enquiry.OccurredOn.AddDays(1)).ThenObjection("IMP-2");
    }

    private static AgreeEnquiry Enquiry => new(new("Why?"), ImprovementArea.Inclusion, [new("One"), new("Two")], new("Now"), Visit.AddDays(-39));

    private static When<PeerReview> Asking(AgreeEnquiry command, params DateOnly[] submitted)
    {
        var selfReviews = new SelfReviewsOfHost([.. submitted.Select(day => new SelfReviewSubmitted(SelfReviewId.Of(Ashdown, AcademicYear.Of(day)), Ashdown, AcademicYear.Of(day), day))]);
        return Before<EnquiryAgreed>().When(review => command.Objection(review, Partnership(), selfReviews, TermCalendar.Shipped, TheHost), review => command.Decide(review, selfReviews, TermCalendar.Shipped));
    }

    [Fact]
    public void IMP_14_is_not_last_years_with_last_years_lead()
    {
        var lastYear = Final().State with { VisitStartedOn = Visit.AddYears(-1) };
        When<PeerReview> Again(PartnershipKind kind, LinkedSchools linked, PersonId[] members, params object[] then)
        {
            var command = new ConfirmTeam(members, Day);
            return Before<TeamConfirmed>(then).When(review => command.Objection(review, Fitness(Partnership(kind), linked: linked, lastYear: lastYear), TheLead), command.Decide);
        }

        Again(PartnershipKind.Cluster, LinkedSchools.None, [LeadReviewer, Reviewer]).ThenObjection("IMP-14", "members");
        Again(PartnershipKind.Cluster, LinkedSchools.None, [LeadReviewer, Reviewer, Facilitator]).ThenObjection("IMP-14", "members");
        Again(PartnershipKind.Triad, LinkedSchools.None, [LeadReviewer, Reviewer]).ThenObjection("IMP-14", "members");
        Again(PartnershipKind.Triad, LinkedSchools.None, [LeadReviewer, Reviewer, Facilitator]).ThenObjection("IMP-14", "members");
        Again(PartnershipKind.Triad, LinkedSchools.None, [LeadReviewer, Reviewer, Outsider], Proposed(Outsider, TeamRole.Facilitator, null), Declared(Outsider), Assessed(Outsider)).ThenAllowed();
        Again(PartnershipKind.Triad, new([Downlands]), [LeadReviewer, Reviewer, Outsider], Proposed(Outsider, TeamRole.Reviewer, Downlands), Declared(Outsider), Assessed(Outsider)).ThenAllowed();
        Again(PartnershipKind.Triad, LinkedSchools.None, [LeadReviewer, Reviewer], Proposed(LeadReviewer, TeamRole.Reviewer, Birchwood), Proposed(Reviewer, TeamRole.Lead, Cedars)).ThenAllowed();
        // The year before is the year before the visit, whatever was planned.
        lastYear = lastYear with { VisitStartedOn = Visit.AddYears(-2) };
        Again(PartnershipKind.Cluster, LinkedSchools.None, [LeadReviewer, Reviewer]).ThenAllowed();
    }

    [Fact]
    public void IMP_3_lets_nobody_judge_the_school_they_head_chair_or_work_for_whatever_home_was_named()
    {
        When<PeerReview> With(HeadsOfSchool leaders, params TrainingRecord[] records)
        {
            var command = new ConfirmTeam([LeadReviewer, Reviewer, Facilitator], Day);
            return Before<TeamConfirmed>().When(review => command.Objection(review, Fitness(records: records) with { Leaders = [leaders] }, TheLead), command.Decide);
        }

        HeadsOfSchool Led(Urn urn, PersonId person, Capacity capacity) => Given.Facts<HeadsOfSchool>(new SchoolLeaderAppointed(urn, person, capacity, null, Day.AddDays(-1))).State;
        With(Led(Ashdown, Facilitator, Capacity.Headteacher)).ThenObjection("IMP-3", "members");
        With(Led(Ashdown, Reviewer, Capacity.ChairOfGovernors)).ThenObjection("IMP-3", "members");
        With(Led(Cedars, Facilitator, Capacity.Headteacher)).ThenObjection("IMP-7", "members");
        With(Led(Cedars, Reviewer, Capacity.Headteacher)).ThenAllowed();
        With(Led(Birchwood, Reviewer, Capacity.Headteacher)).ThenObjection("IMP-3", "members");
        With(Led(Birchwood, Reviewer, Capacity.ChairOfGovernors)).ThenAllowed();
        With(Led(Cedars, Outsider, Capacity.Headteacher), new TrainingRecord(Guid.Empty, Facilitator, [new(Guid.NewGuid(), Triad, Ashdown, TrainedAs.PeerReviewer, Day.AddDays(-90))])).ThenObjection("IMP-3", "members");
    }

    [Fact]
    public void IMP_3_knows_a_school_that_took_the_place_of_host_or_peer()
    {
        Urn academy = new(990096);
        var host = Partnership(PartnershipKind.Triad).Apply(new SchoolSucceeded(Triad, Ashdown, academy, SuccessionKind.Academisation, Day.AddDays(-1)));
        When<PeerReview> Confirming(ReviewingPartnership partnership, Urn peers)
        {
            var command = new ConfirmTeam([LeadReviewer, Reviewer, Facilitator], Day);
            return Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, peers)).When(review => command.Objection(review, Fitness(partnership, Schools(Ashdown, Birchwood, Cedars, academy)), TheLead), command.Decide);
        }

        Confirming(host, Cedars).ThenAllowed();
        var peer = Partnership(PartnershipKind.Triad).Apply(new SchoolSucceeded(Triad, Cedars, academy, SuccessionKind.Academisation, Day.AddDays(-1)));
        Confirming(peer, Cedars).ThenObjection("PRT-6", "members");
        Confirming(peer.Apply(Signed(academy, Capacity.Headteacher)).Apply(Signed(academy, Capacity.ChairOfGovernors)), Cedars).ThenAllowed();
        Confirming(host, academy).ThenObjection("IMP-3", "members");
        var command = new ProposeTeamMember(Outsider, TeamRole.Reviewer, Day, academy, Day.AddDays(-90));
        Before<TeamConfirmed>().When(review => command.Objection(review, host, LinkedSchools.None, null, [], TheLead), command.Decide).ThenObjection("IMP-3", "homeUrn");
    }

    [Fact]
    public void IMP_3_asks_the_record_where_somebody_works_and_not_the_command()
    {
        When<PeerReview> Proposing(PersonId person, params Training[] trained)
        {
            var command = new ProposeTeamMember(person, TeamRole.Reviewer, Day, Cedars, Day.AddDays(-90));
            return Before<TeamConfirmed>().When(review => command.Objection(review, Partnership(), LinkedSchools.None, new(Guid.Empty, person, [.. trained]), [], TheLead), command.Decide);
        }

        Proposing(HostHead).ThenObjection("IMP-3", "personId");
        Proposing(Outsider, new Training(Guid.NewGuid(), Triad, Ashdown, TrainedAs.PeerReviewer, Day.AddDays(-90))).ThenObjection("IMP-3", "personId");
        Proposing(Outsider, new Training(Guid.NewGuid(), Triad, Cedars, TrainedAs.PeerReviewer, Day.AddDays(-90))).ThenAllowed();
    }

    [Fact]
    public void IMP_3_names_the_school_that_a_peer_heads()
    {
        Urn academy = new(990096);
        HeadsOfSchool Headed(Urn urn, Capacity capacity = Capacity.Headteacher) => Given.Facts<HeadsOfSchool>(new SchoolLeaderAppointed(urn, Outsider, capacity, null, Day.AddDays(-1))).State;
        Objection? Proposing(Urn home, ReviewingPartnership partnership, TeamRole role, params HeadsOfSchool[] leaders) =>
            new ProposeTeamMember(Outsider, role, Day, home, Day.AddDays(-90)).Objection(Before<TeamConfirmed>().State, partnership, new([Downlands]), null, leaders, TheLead);

        Proposing(Cedars, Partnership(), TeamRole.Reviewer, Headed(Birchwood)).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-3"), why => why.Field.ShouldBe("homeUrn"));
        Proposing(Birchwood, Partnership(), TeamRole.Reviewer, Headed(Birchwood)).ShouldBeNull();
        Proposing(Cedars, Partnership(), TeamRole.Reviewer, Headed(Birchwood), Headed(Cedars)).ShouldBeNull("an executive head comes from either");
        Proposing(Downlands, Partnership(), TeamRole.Reviewer, Headed(Birchwood), Headed(Downlands)).ShouldBeNull("and from a linked school");
        Proposing(Downlands, Partnership(), TeamRole.Reviewer, Headed(Birchwood)).ShouldNotBeNull();
        Proposing(Cedars, Partnership(), TeamRole.Reviewer, Headed(Birchwood, Capacity.ChairOfGovernors)).ShouldBeNull("a chair works elsewhere");
        Proposing(Cedars, Partnership(), TeamRole.Shadow, Headed(Birchwood)).ShouldBeNull("a shadow judges nothing");
        var succeeded = Partnership(PartnershipKind.Triad).Apply(new SchoolSucceeded(Triad, Cedars, academy, SuccessionKind.Academisation, Day.AddDays(-1)));
        var proposed = Before<TeamConfirmed>(Proposed(Outsider, TeamRole.Reviewer, Cedars)).State.Team.Find(member => member.PersonId == Outsider)!;
        new[] { Headed(academy) }.HeadsAnother(Outsider, proposed.HomeUrn!.Value, succeeded, Day).ShouldBeFalse("it took the place of the home");
        new[] { Headed(Birchwood) }.HeadsAnother(Outsider, proposed.HomeUrn!.Value, succeeded, Day).ShouldBeTrue();
    }

    [Fact]
    public void lets_the_school_that_employs_a_confirmed_member_be_put_right_before_the_visit()
    {
        Given<PeerReview> confirmed = Before<ProtocolConfirmed>();
        ProposeTeamMember Member(TeamRole role, Urn home, DateOnly? trainedOn = null) => new(Reviewer, role, Day, home, trainedOn);
        Objection? Again(Given<PeerReview> review, TeamRole role, Urn home, DateOnly? trainedOn = null) => Member(role, home, trainedOn).Objection(review.State, Partnership(PartnershipKind.Cluster), LinkedSchools.None, null, [], TheLead);
        Again(confirmed, TeamRole.Reviewer, Cedars).ShouldNotBeNull().Field.ShouldBe("personId");
        Again(confirmed, TeamRole.Lead, Birchwood).ShouldNotBeNull().Field.ShouldBe("personId");
        Again(confirmed, TeamRole.Reviewer, Birchwood).ShouldBeNull();
        Again(confirmed, TeamRole.Reviewer, Birchwood, Visit.AddYears(-1)).ShouldBeNull();
        Again(confirmed, TeamRole.Reviewer, Birchwood, Visit.AddDays(-50)).ShouldNotBeNull("no later training comes in by this door");
        var moved = Given.Facts<PeerReview>([.. Facts.TakeWhile(fact => fact is not ProtocolConfirmed), Member(TeamRole.Reviewer, Birchwood).Decide(confirmed.State)]).State;
        moved.Team.Find(member => member.PersonId == Reviewer)!.ShouldSatisfyAllConditions(
            member => member.HomeUrn.ShouldBe(Birchwood), member => member.TrainedOn.ShouldBe(Visit.AddYears(-1)), member => member.Interest.ShouldNotBeNull(), member => member.Assessment.ShouldBeNull("it was weighed for another school"));
        moved.HasOnTeam(Reviewer).ShouldBeFalse();
        Again(Before<VisitEnded>(), TeamRole.Reviewer, Birchwood).ShouldNotBeNull();
    }

    [Fact]
    public void IMP_3_has_in_scrutiny_somebody_from_the_partnership_that_looks()
    {
        When<PeerReview> Scrutinising(LinkedSchools linked, params PersonId[] members)
        {
            var command = new ConfirmTeam(members, Day);
            return Given.Facts<PeerReview>(
                    [Planned with { Model = ReviewModel.PartnershipScrutiny }, .. Facts.Skip(1).TakeWhile(fact => fact is not TeamConfirmed), Proposed(Outsider, TeamRole.Reviewer, Downlands), Declared(Outsider), Assessed(Outsider)])
                .When(review => command.Objection(review, Fitness(linked: linked), TheLead), command.Decide);
        }

        Scrutinising(new([Downlands]), LeadReviewer, Reviewer).ThenObjection("IMP-3", "members");
        Scrutinising(new([Downlands]), LeadReviewer, Outsider).ThenAllowed();
        Scrutinising(LinkedSchools.None, LeadReviewer, Reviewer, Outsider).ThenObjection("IMP-3", "members");
    }

    [Fact]
    public void IMP_2_rests_on_what_the_schools_before_and_after_the_host_submitted_too()
    {
        Urn academy = new(990008), later = new(990009);
        var partnership = Partnership().Apply(new SchoolSucceeded(Triad, Ashdown, academy, SuccessionKind.Academisation, Visit.AddDays(-45)));
        Given.Facts<PeerReview>(Planned with { HostUrn = academy }).State.LineIn(partnership).ShouldBe([Ashdown, academy], ignoreOrder: true);
        Given.Facts<PeerReview>(Planned).State.LineIn(partnership.Apply(new SchoolSucceeded(Triad, academy, later, SuccessionKind.TrustMove, Visit))).ShouldBe([Ashdown, academy, later], ignoreOrder: true);
        Given.Facts<PeerReview>(Planned with { HostUrn = Birchwood }).State.LineIn(partnership).ShouldBe([Birchwood]);
    }

    [Fact]
    public void XCT_8_takes_a_peer_from_a_linked_partnership()
    {
        var command = new ProposeTeamMember(Outsider, TeamRole.Reviewer, Day, Downlands, Visit.AddYears(-1));
        var state = Before<TeamConfirmed>().State;
        command.Objection(state, Partnership(), LinkedSchools.None, null, [], TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
        command.Objection(state, Partnership(), new([Downlands]), null, [], TheLead).ShouldBeNull();
    }

    [Fact]
    public void IMP_2_is_not_confirmed_before_there_is_a_question() => Confirming(Before<EnquiryAgreed>(), LeadReviewer).ThenObjection("IMP-2");

    [Fact]
    public void is_proposed_by_name_and_role()
    {
        var command = new ProposeTeamMember(Outsider, TeamRole.Reviewer, Day, Cedars, Visit.AddYears(-1));
        var after = Before<TeamConfirmed>().When(review => command.Objection(review, Partnership(), LinkedSchools.None, null, [], TheLead), command.Decide)
            .Then(new TeamMemberProposed(Id, Triad, Outsider, Cedars, TeamRole.Reviewer, Visit.AddYears(-1), Day));
        (command with { TrainedOn = Visit.AddDays(-100) }).Objection(after, Partnership(), LinkedSchools.None, null, [], TheLead).ShouldBeNull("a later proposal replaces the earlier one");
    }

    [Theory]
    [InlineData("IMP-3", TeamRole.Reviewer, 990001)]
    [InlineData("XCT-8", TeamRole.Reviewer, 990004)]
    [InlineData("IMP-7", TeamRole.Facilitator, 990003)]
    [InlineData("input", TeamRole.HostPartner, 990003)]
    public void takes_nobody_from_the_wrong_school(string rule, TeamRole role, int home) =>
        new ProposeTeamMember(Outsider, role, Day, new Urn(home), Visit.AddYears(-1)).Objection(Before<TeamConfirmed>().State, Partnership(), LinkedSchools.None, null, [], TheLead)
            .ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe(rule), why => why.Field.ShouldBe("homeUrn"));

    [Fact]
    public void declares_its_interests_itself_or_through_the_lead()
    {
        var command = new DeclareReviewerInterest(Reviewer, InterestNature.Family, Day, new("A sister"));
        Before<TeamConfirmed>().When(review => command.Objection(review, Partnership(), TheLead), command.Decide)
            .Then(new ReviewerInterestDeclared(Id, Triad, Reviewer, InterestNature.Family, new("A sister"), Day));
        command.Objection(Before<TeamConfirmed>().State, Partnership(), Holds("reviewer")).ShouldBeNull();
        command.Objection(Before<TeamConfirmed>().State, Partnership(), TheLeadReviewer).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        command.Objection(Before<TeamConfirmed>().State, Partnership(), Nobody).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void XCT_6_weighs_nobody_s_own_interest()
    {
        var command = new AssessReviewerInterest(Reviewer, InterestOutcome.Clear, Day);
        command.Objection(Before<ReviewerInterestAssessed>().State, Partnership(), TheLead with { Person = Reviewer }).ShouldNotBeNull().Rule.ShouldBe("XCT-6");
        Before<ReviewerInterestAssessed>().When(review => command.Objection(review, Partnership(), TheHost), review => command.Decide(review, HostHead))
            .Then(new ReviewerInterestAssessed(Id, Triad, Reviewer, InterestOutcome.Clear, null, HostHead, Day));
    }

    [Fact]
    public void IMP_5_weighs_nothing_that_is_not_declared_and_names_its_safeguards()
    {
        new AssessReviewerInterest(Reviewer, InterestOutcome.Clear, Day).Objection(Before<ReviewerInterestDeclared>().State, Partnership(), TheLead)
            .ShouldNotBeNull().Rule.ShouldBe("IMP-5");
        new AssessReviewerInterest(Reviewer, InterestOutcome.ClearWithSafeguards, Day).Objection(Before<ReviewerInterestAssessed>().State, Partnership(), TheLead)
            .ShouldNotBeNull().Field.ShouldBe("safeguards");
    }

    [Fact]
    public void is_confirmed_with_one_peer_who_leads() =>
        Confirming(Before<TeamConfirmed>(), LeadReviewer, Reviewer, Facilitator).Then<TeamConfirmed>(fact => fact.Lead.ShouldBe(LeadReviewer));

    [Fact]
    public void IMP_3_has_two_peers_and_one_of_them_leads()
    {
        Confirming(Before<TeamConfirmed>(), LeadReviewer, Facilitator).ThenObjection("IMP-3");
        Confirming(Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Lead, Cedars)), LeadReviewer, Reviewer).ThenObjection("IMP-3");
        Confirming(Before<TeamConfirmed>(Proposed(LeadReviewer, TeamRole.Reviewer, Birchwood)), LeadReviewer, Reviewer).ThenObjection("IMP-3");
        Confirming(Before<TeamConfirmed>(), LeadReviewer, Reviewer).ThenAllowed();
    }

    [Fact]
    public void IMP_3_comes_in_a_triad_from_both_other_schools()
    {
        var oneSchool = Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Birchwood));
        Confirming(oneSchool, LeadReviewer, Reviewer).ThenObjection("IMP-3");
        Confirming(oneSchool, Partnership(PartnershipKind.Cluster), Schools(Ashdown, Birchwood, Cedars), LeadReviewer, Reviewer).ThenAllowed();
    }

    [Fact]
    public void IMP_3_has_somebody_from_outside_the_trust_in_a_trust_s_review()
    {
        var review = Given.Facts<PeerReview>([Planned with { Model = ReviewModel.TrustReview }, .. Facts.Skip(1).TakeWhile(fact => fact is not TeamConfirmed)]);
        SchoolInReview[] inside = [.. Schools(Ashdown, Birchwood, Cedars).Select(school => school with { TrustUid = "5001" })];
        Confirming(review, Partnership(), inside, LeadReviewer, Reviewer).ThenObjection("IMP-3");
        Confirming(review, Partnership(), [inside[0], inside[1], inside[2] with { TrustUid = "5002" }], LeadReviewer, Reviewer).ThenAllowed();
        Confirming(review, Partnership(), [inside[0], inside[1], inside[2] with { TrustUid = null }], LeadReviewer, Reviewer).ThenAllowed();
    }

    [Fact]
    public void IMP_4_is_trained_within_36_months_of_the_first_day()
    {
        var lastDay = Visit.AddMonths(-36);
        Confirming(Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Cedars, lastDay.AddDays(-1))), LeadReviewer, Reviewer).ThenObjection("IMP-4");
        Confirming(Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Cedars) with { TrainedOn = null }), LeadReviewer, Reviewer).ThenObjection("IMP-4");
        Confirming(Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Cedars, lastDay)), LeadReviewer, Reviewer).ThenAllowed();
    }

    [Fact]
    public void IMP_4_is_trained_as_the_record_knows_where_the_lead_reports_nothing_or_less()
    {
        var unreported = Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Cedars) with { TrainedOn = null });
        Confirming(unreported, [Training_for_peer_review.Of(Reviewer, Visit.AddMonths(-36).AddDays(-1))]).ThenObjection("IMP-4", "members");
        Confirming(unreported, [Training_for_peer_review.Of(Outsider, Visit.AddYears(-1))]).ThenObjection("IMP-4", "members");
        Confirming(unreported, [Training_for_peer_review.Of(Reviewer, Visit.AddMonths(-36))]).ThenAllowed();
        Confirming(unreported, [Training_for_peer_review.Of(Reviewer, Visit.AddYears(-1), TrainedAs.LeadReviewer)]).ThenAllowed();
        Confirming(unreported, [Training_for_peer_review.Of(Reviewer, Visit.AddYears(-1), TrainedAs.ImprovementChampion)]).ThenObjection("IMP-4", "members");
        Confirming(Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Cedars, Visit.AddYears(-5))), [Training_for_peer_review.Of(Reviewer, Visit.AddYears(-1))]).ThenAllowed();
    }

    [Fact]
    public void IMP_4_is_not_trained_by_what_the_record_took_back()
    {
        var day = Visit.AddYears(-1);
        TrainingRecord[] withdrawn = [Training_for_peer_review.Withdrawn(Reviewer, day)];
        Confirming(Before<TeamConfirmed>(), withdrawn).ThenObjection("IMP-4", "members");
        Confirming(Before<TeamConfirmed>(Proposed(Reviewer, TeamRole.Reviewer, Cedars, day.AddDays(1))), withdrawn).ThenAllowed();
        var command = new ProposeTeamMember(Outsider, TeamRole.Reviewer, Day, Cedars, day);
        command.Objection(Before<TeamConfirmed>().State, Partnership(), LinkedSchools.None, Training_for_peer_review.Withdrawn(Outsider, day), [], TheLead)
            .ShouldNotBeNull().ShouldBe(new("IMP-4", "A training of 2 March 2025 was recorded for this person and withdrawn; it does not count.", "trainedOn"));
        command.Objection(Before<TeamConfirmed>().State, Partnership(), LinkedSchools.None, Training_for_peer_review.Of(Outsider, day), [], TheLead).ShouldBeNull();
        (command with { TrainedOn = null }).Objection(Before<TeamConfirmed>().State, Partnership(), LinkedSchools.None, Training_for_peer_review.Withdrawn(Outsider, day), [], TheLead).ShouldBeNull();
    }

    [Fact]
    public void IMP_5_has_every_interest_weighed_and_nobody_excluded()
    {
        Confirming(Before<TeamConfirmed>(Declared(Reviewer)), LeadReviewer, Reviewer).ThenObjection("IMP-5");
        Confirming(Before<TeamConfirmed>(Assessed(Reviewer, InterestOutcome.Excluded)), LeadReviewer, Reviewer).ThenObjection("IMP-5");
        Confirming(Before<TeamConfirmed>(Assessed(Reviewer, InterestOutcome.ClearWithSafeguards)), LeadReviewer, Reviewer).ThenAllowed();
    }

    [Fact]
    public void PRT_6_comes_from_schools_that_signed() =>
        Confirming(Before<TeamConfirmed>(), Partnership(signed: [Ashdown, Birchwood]), Schools(Ashdown, Birchwood, Cedars), LeadReviewer, Reviewer).ThenObjection("PRT-6", "members");

    [Fact]
    public void XCT_8_comes_from_schools_that_are_open() =>
        Confirming(Before<TeamConfirmed>(), Partnership(), Schools(Ashdown, Birchwood), LeadReviewer, Reviewer).ThenObjection("XCT-8", "members");

    [Fact]
    public void names_each_member_once_and_only_those_proposed()
    {
        Confirming(Before<TeamConfirmed>(), LeadReviewer, Reviewer, Reviewer).ThenObjection("input", "members");
        Confirming(Before<TeamConfirmed>(), LeadReviewer, Reviewer, Outsider).ThenObjection("input", "members");
    }

    private static When<PeerReview> Confirming(Given<PeerReview> given, params PersonId[] members) =>
        Confirming(given, Partnership(), Schools(Ashdown, Birchwood, Cedars), members);

    private static When<PeerReview> Confirming(Given<PeerReview> given, TrainingRecord[] records) =>
        Confirming(given, Partnership(), Schools(Ashdown, Birchwood, Cedars), [LeadReviewer, Reviewer], records);

    private static When<PeerReview> Confirming(Given<PeerReview> given, ReviewingPartnership partnership, SchoolInReview[] schools, params PersonId[] members) =>
        Confirming(given, partnership, schools, members, null);

    private static When<PeerReview> Confirming(Given<PeerReview> given, ReviewingPartnership partnership, SchoolInReview[] schools, PersonId[] members, TrainingRecord[]? records)
    {
        var command = new ConfirmTeam(members, Day);
        return given.When(review => command.Objection(review, Fitness(partnership, schools, records: records ?? []), TheLead), command.Decide);
    }
}
