using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What is put right before a report is final, what is kept beside it, and how both sides look at its quality afterwards.</summary>
public class Judging_a_review
{
    private static readonly DateOnly Day = Visit.AddDays(1), After = Visit.AddDays(12);
    private static readonly ToldAs Told = new(Guid.NewGuid());
    private static readonly Acting TheReviewer = Holds("reviewer", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, null));
    private static readonly IReadOnlyList<PrincipleCheck> Nine = [.. Enum.GetValues<PeerReviewPrinciple>().Select(principle => new PrincipleCheck(principle, PrincipleMet.Yes, new("The record shows it.")))];
    private static readonly CorrectEvidence Correct = new(Voice, EvidenceField.WhatWasSeen, new("Pupils asked each other."), new("A slip."), Day);
    private static readonly WithdrawEvidence Withdraw = new(Voice, new("Another school."), Day);

    private static When<PeerReview> Correcting(CorrectEvidence command, Given<PeerReview>? given = null, Acting? by = null) =>
        (given ?? Before<FeedbackGiven>()).When(review => command.Objection(review, Partnership(), by ?? TheReviewer), review => command.Decide(review, Told));

    private static When<PeerReview> Withdrawing(WithdrawEvidence command, Given<PeerReview>? given = null, Acting? by = null) =>
        (given ?? Before<FeedbackGiven>()).When(review => command.Objection(review, Partnership(), by ?? TheReviewer), review => command.Decide(review, Told));

    [Fact]
    public void corrects_evidence_and_names_what_it_corrects()
    {
        var after = Correcting(Correct).Then<EvidenceCorrected>(fact => (fact.CorrectsEventId, fact.Was.Value, fact.Now).ShouldBe((Told.EventId, $"What PupilVoice showed, {Voice}", Correct.Now)));
        after.Evidence.Single(item => item.EvidenceId == Voice).WhatWasSeen.ShouldBe(Correct.Now);
        Correcting(Correct with { Field = EvidenceField.PeopleCount, Now = new("30") }).ThenAllowed();
        Correcting(Correct with { Field = EvidenceField.PeopleCount, Now = new("many") }).ThenObjection("input", "now");
        Correcting(Correct with { Field = EvidenceField.Line, Now = new("9") }).ThenObjection("input", "now");
        Correcting(Correct with { EvidenceId = EvidenceId.New() }).ThenObjection("unknown", "evidenceId");
        Correcting(Correct with { Now = new("Mrs Example asked.") }).ThenObjection("IMP-10", "now");
        Correcting(Correct, Before<ReportFinalised>()).ThenAllowed();
        Correcting(Correct, Final()).ThenObjection("XCT-9");
    }

    [Fact]
    public void XCT_6_corrects_what_one_recorded_oneself()
    {
        Correcting(Correct, by: TheLeadReviewer).ThenObjection("XCT-6", "evidenceId");
        Correcting(Correct, by: TheLead).ThenAllowed();
        Withdrawing(Withdraw, by: TheLeadReviewer).ThenObjection("XCT-6", "evidenceId");
        Correcting(Correct, by: Nobody).ThenObjection("unknown");
    }

    [Fact]
    public void IMP_10_takes_nothing_from_under_a_finding()
    {
        Withdrawing(Withdraw).ThenObjection("IMP-10", "evidenceId");
        Withdrawing(Withdraw with { EvidenceId = SecondVoice }).Then(new EvidenceWithdrawn(Id, Triad, SecondVoice, Told.EventId, Withdraw.Reason, Day));
        Withdrawing(Withdraw, Before<FindingAgreed>()).ThenAllowed();
        Correcting(Correct with { Field = EvidenceField.Kind, Now = new("learning-walk") }).ThenObjection("IMP-10", "now");
        Correcting(Correct with { Field = EvidenceField.Kind, Now = new("staff-voice") }).ThenAllowed();
        // Earlier facts keep the kind by its name in the code.
        foreach (var kept in new[] { "staff-voice", "StaffVoice" })
            Before<ReportAccuracyAnswered>().State.Apply(new EvidenceCorrected(Id, Triad, Correct.EvidenceId, Guid.NewGuid(), EvidenceField.Kind, new("?"), new(kept), new("The wrong kind."), After))
                .Evidence.ShouldContain(item => item.EvidenceId == Correct.EvidenceId && item.Kind == EvidenceKind.StaffVoice);
    }

    [Fact]
    public void corrects_and_withdraws_a_finding_until_the_report_is_final()
    {
        var found = Before<FeedbackGiven>();
        var id = found.State.Findings[0].FindingId;
        CorrectFinding correct = new(id, new("Pupils ask each other how."), new("Clearer."), Day);
        When<PeerReview> Correcting(CorrectFinding command, Given<PeerReview> given) => given.When(review => command.Objection(review, Partnership(), TheLeadReviewer), review => command.Decide(review, Told));
        Correcting(correct, found).Then<FindingCorrected>(fact => fact.Was.Value.ShouldBe("Pupils ask each other why."));
        Correcting(correct with { Now = new("Teaching is good.") }, found).ThenObjection("IMP-10", "now");
        Correcting(correct with { FindingId = FindingId.New() }, found).ThenObjection("unknown", "findingId");
        Correcting(correct, Final()).ThenObjection("XCT-9");
        WithdrawFinding withdraw = new(id, new("It does not hold."), Day);
        var after = found.When(review => withdraw.Objection(review, Partnership(), TheLeadReviewer), review => withdraw.Decide(review, Told)).Then(new FindingWithdrawn(Id, Triad, id, Told.EventId, withdraw.Reason, Day));
        after.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void keeps_that_a_conversation_was_held_and_a_route_was_taken_and_nothing_of_either()
    {
        HoldDifficultConversation held = new([new(Capacity.Headteacher, 2)], Visit);
        Before<FeedbackGiven>().When(review => held.Objection(review, Partnership(), TheLeadReviewer), held.Decide).Then<DifficultConversationHeld>(fact => fact.Participants.Count.ShouldBe(1));
        (held with { Participants = [] }).Objection(Before<FeedbackGiven>().State, Partnership(), TheLeadReviewer).ShouldNotBeNull().Field.ShouldBe("participants");
        held.Objection(Before<VisitStarted>().State, Partnership(), TheLeadReviewer).ShouldNotBeNull();
        ReferSafeguarding refer = new(SafeguardingRecipient.Lado, true, Visit);
        Final().When(review => refer.Objection(review, Partnership(), TheReviewer, ByReviewer(review)), refer.Decide).Then(new SafeguardingReferred(Id, Triad, SafeguardingRecipient.Lado, true, Visit));
        refer.Objection(Final().State, Partnership(), TheHost, []).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        IReadOnlyList<Referral> ByReviewer(PeerReview review) => [.. review.Referrals.Select(fact => new Referral(fact, TheReviewer.Person))];
        typeof(SafeguardingReferred).GetProperties().ShouldNotContain(part => part.PropertyType == typeof(ConfidentialText) || part.PropertyType == typeof(string), "INT-15");
    }

    [Fact]
    public void says_what_became_of_earlier_findings_with_what_shows_it()
    {
        var earlier = Final().State;
        RecordFollowUpStatus status = new(earlier.Findings[0].FindingId, FollowUpStatus.Improved, Visit, [Walk]);
        When<PeerReview> Recording(RecordFollowUpStatus command, PeerReview? before) => Before<FeedbackGiven>().When(review => command.Objection(review, Partnership(), before, TheReviewer), command.Decide);
        Recording(status, earlier).Then<FollowUpStatusSet>(fact => fact.EvidenceIds.ShouldBe([Walk]));
        Recording(status, null).ThenObjection("input", "priorFindingId");
        Recording(status with { EvidenceIds = null }, earlier).ThenObjection("input", "evidenceIds");
        Recording(status with { EvidenceIds = null, Status = FollowUpStatus.NotRevisited }, earlier).ThenAllowed();
        Recording(status with { PriorFindingId = FindingId.New() }, earlier).ThenObjection("input", "priorFindingId");
    }

    [Fact]
    public void offers_an_area_of_excellence_alone_when_its_head_does()
    {
        var excellent = FinalBut<FindingAgreed>(finding => finding with { Kind = FindingKind.AreaOfExcellence });
        var allowed = Given.Facts<PeerReview>([.. Facts.Select(fact => fact is FindingAgreed finding ? finding with { Kind = FindingKind.AreaOfExcellence }
            : fact is ProtocolConfirmed confirmed ? (object)(confirmed with { TriggersAllowed = [Trigger.PracticeOffer] }) : fact)]);
        OfferPractice offer = new(allowed.State.Findings[0].FindingId, new("Talk partners"), new("Two minutes before writing."), Capacity.Headteacher, After);
        When<PeerReview> Offering(OfferPractice command, Given<PeerReview> given, Acting? by = null) =>
            given.When(review => command.Objection(review, Partnership(), by ?? TheHost), review => command.Decide(new(Told.EventId), review, Partnership()));
        var after = Offering(offer, allowed).Then<PracticeOffered>(fact => fact.HostUrn.ShouldBe(Ashdown));
        Offering(offer with { FindingId = excellent.State.Findings[0].FindingId }, excellent).ThenObjection("input", "findingId");
        Offering(offer, allowed, TheLead).ThenObjection("XCT-4");
        Offering(offer with { Title = new("Outstanding talk") }, allowed).ThenObjection("IMP-10", "title");
        Offering(offer, Before<ReportFinalised>()).ThenObjection("IMP-11");
        TakeUpPractice take = new(after.Practices[0].PracticeId, Birchwood, After);
        take.Objection(after, Partnership(), LinkedSchools.None, TheLeadReviewer).ShouldBeNull();
        take.Objection(after, Partnership(), LinkedSchools.None, TheReviewer).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        (take with { TakenUpBy = Ashdown }).Objection(after, Partnership(), LinkedSchools.None, TheLead).ShouldNotBeNull().Field.ShouldBe("takenUpBy");
        (take with { TakenUpBy = Downlands }).Objection(after, Partnership(), LinkedSchools.None, TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
        (take with { TakenUpBy = Downlands }).Objection(after, Partnership(), new([Downlands]), TheLead).ShouldBeNull("practice travels to a linked partnership");
        (take with { TakenUpBy = Downlands }).Objection(after, Partnership(), new([Downlands]), Holds("linked-head", new HeldCapacity(Capacity.Headteacher, Downlands, null, DateOnly.MinValue, null))).ShouldBeNull("its own head says so");
        (take with { TakenUpBy = Downlands }).Objection(after, Partnership(), LinkedSchools.None, Holds("linked-head", new HeldCapacity(Capacity.Headteacher, Downlands, null, DateOnly.MinValue, null))).ShouldNotBeNull().Status.ShouldBe(404);
        take.Objection(after.Apply(take.Decide(after)), Partnership(), LinkedSchools.None, TheLead).ShouldNotBeNull().Field.ShouldBe("takenUpBy");
    }

    [Fact]
    public void IMP_17_is_checked_by_both_sides()
    {
        GiveQualityView view = new(QualitySide.Host, Nine, PeerReviewPrinciple.ActionFocused, After);
        When<PeerReview> Viewing(GiveQualityView command, Acting by, params object[] then) => Final(then).When(review => command.Objection(review, Partnership(), by), review => command.Decide(review, by.Person));
        Viewing(view, TheHost).Then<QualityViewGiven>(fact => fact.GivenBy.ShouldBe(HostHead));
        Viewing(view, TheLeadReviewer).ThenObjection("XCT-6", "side");
        Viewing(view with { Side = QualitySide.LeadReviewer }, TheLeadReviewer).ThenAllowed();
        Viewing(view with { Principles = [.. Nine.Skip(1)] }, TheHost).ThenObjection("input", "principles");
        view.Objection(Before<ReportFinalised>().State, Partnership(), TheHost).ShouldNotBeNull().Rule.ShouldBe("IMP-11");

        QualityViewGiven ByHost = new(Id, Triad, QualitySide.Host, Nine, PeerReviewPrinciple.ActionFocused, HostHead, After), ByLead = ByHost with { Side = QualitySide.LeadReviewer, GivenBy = LeadReviewer };
        CheckQuality check = new(Nine, PeerReviewPrinciple.OpenAndTrustBased, After);
        When<PeerReview> Checking(params object[] then) => Final(then).When(review => check.Objection(review, Partnership(), TheHost), check.Decide);
        Checking(ByHost).ThenObjection("IMP-17");
        Checking(ByHost, ByLead).Then(new QualityChecked(Id, Triad, Nine, PeerReviewPrinciple.OpenAndTrustBased, After));
        (check with { Principles = [check.Principles[0] with { Met = check.Principles[0].Met == PrincipleMet.No ? PrincipleMet.Yes : PrincipleMet.No }, .. check.Principles.Skip(1)] })
            .Objection(Final(ByHost, ByLead).State, Partnership(), TheHost).ShouldNotBeNull("both sides said the same of it").Field.ShouldBe("principles");
        check.Objection(Final(ByHost, ByLead).State, Partnership(), TheReviewer).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
    }
}
