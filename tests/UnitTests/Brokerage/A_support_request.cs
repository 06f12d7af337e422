using System.Collections.Immutable;
using EssexImprovement.Brokerage;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_support_request
{
    private static readonly PartnershipId Triad = PartnershipId.New();
    private static readonly SupportRequestId Id = SupportRequestId.New();
    private static readonly Acting Lead = Lead(Triad), Head = Head(Ashdown);
    private static readonly ConfidentialText Text = new("Text.");
    private static readonly BrokeringPartnership Partnership =
        new(Triad, Founded(Ago(300), Ashdown, Birchwood, Cedars));
    private static readonly CapacityOffer Birch = Offer(Birchwood), Cedar = Offer(Cedars);

    private static readonly SupportRequested Requested =
        new(Id, Triad, Ashdown, ImprovementArea.Attendance, Text, Text, Urgency.ThisTerm, RequestOrigin.SelfReferral, true, null, Ago(20));

    private static CapacityOffer Offer(Urn urn) =>
        CapacityOffer.Create(new(OfferId.New(), Triad, ProviderKind.School, urn, [ImprovementArea.Attendance], 12, Ago(30), Today.AddDays(90), Ago(30)));

    private static object[] Weighed(CapacityOffer offer, SupplierInterestOutcome outcome = SupplierInterestOutcome.Clear, ConfidentialText? safeguards = null) =>
    [
        new SupplierInterestDeclared(Id, Triad, offer.Id, SupplierInterest.None, null, Ago(18)),
        new SupplierInterestAssessed(Id, Triad, offer.Id, outcome, safeguards, App.Person("lead"), Ago(17)),
    ];

    private static object[] Shortlisted(CapacityOffer offer, SupplierInterestOutcome outcome = SupplierInterestOutcome.Clear, ConfidentialText? safeguards = null) =>
        [.. Weighed(offer, outcome, safeguards), new CandidateShortlisted(Id, Triad, offer.Id, Text, Ago(16))];

    private static Given<SupportRequest> Asked(params object[] then) => Given.Facts<SupportRequest>([Requested, .. then]);

    private static ProposeMatch Proposal(params CapacityOffer[] others) => new(Birch.Id, Text, [.. others.Select(other => new AlternativeSupplier(other.Id, Text))], Ago(15));

    private static When<SupportRequest> Propose(Given<SupportRequest> given, ProposeMatch command) =>
        given.When(request => command.Objection(request, Birch, Partnership, Lead), command.Decide);

    private static readonly MatchProposed Proposed = new(Id, Triad, Birch.Id, Text, [new(Cedar.Id, Text)], null, Ago(15));

    public class Made
    {
        private static readonly RequestSupport Command =
            new(Triad, Ashdown, ImprovementArea.Attendance, Text, Text, Urgency.ThisTerm, RequestOrigin.SelfReferral, true, Ago(20));

        private static readonly DecisionId Decision = DecisionId.New();

        private static Objection? Asked(RequestSupport command, Acting acting, ReferringDecision? decision = null, params SupportRequest[] requests) =>
            command.Objection(Partnership, decision, requests, null, acting);

        [Fact]
        public void BRK_1_with_the_heads_consent_is_allowed() => Asked(Command, Head).ShouldBeNull();

        [Fact]
        public void BRK_1_without_the_heads_consent_is_refused() => Asked(Command with { HeadConsents = false }, Lead).ShouldNotBeNull().Rule.ShouldBe("BRK-1");

        [Fact]
        public void BRK_1_referred_without_a_decision_is_refused() =>
            Asked(Command with { HeadConsents = false, Origin = RequestOrigin.LaOrTrustReferral }, Lead).ShouldNotBeNull().Rule.ShouldBe("BRK-1");

        [Fact]
        public void BRK_1_referred_with_a_decision_still_open_is_refused() =>
            Asked(Command with { HeadConsents = false, Origin = RequestOrigin.LaOrTrustReferral, DecisionId = Decision }, Lead, new(Decision, Triad, null)).ShouldNotBeNull().Rule.ShouldBe("BRK-1");

        [Fact]
        public void BRK_1_referred_with_a_decision_is_allowed() =>
            Asked(Command with { HeadConsents = false, Origin = RequestOrigin.LaOrTrustReferral, DecisionId = Decision }, Lead, new(Decision, Triad, Ago(20))).ShouldBeNull();

        [Fact]
        public void with_a_decision_of_another_partnership_is_unknown() =>
            Asked(Command with { DecisionId = Decision }, Lead, new(Decision, PartnershipId.New(), Ago(20))).ShouldBe(Objection.Unknown("decisionId"));

        [Fact]
        public void twice_is_refused() => Asked(Command, Head, null, SupportRequest.Create(Requested)).ShouldNotBeNull().Field.ShouldBe("area");

        [Fact]
        public void XCT_4_by_the_head_of_another_school_is_refused() => Asked(Command, Head(Birchwood)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

        [Fact]
        public void XCT_8_for_a_school_outside_is_refused() => Asked(Command with { Urn = Downlands }, Lead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
    }

    public class Offering
    {
        private static readonly OfferCapacity Command = new(Triad, ProviderKind.School, [ImprovementArea.Attendance], 12, Ago(30), Today.AddDays(90), Ago(30), Birchwood);

        [Fact]
        public void by_the_head_of_the_school_that_offers_is_allowed() => Command.Objection(Partnership, [], Head(Birchwood)).ShouldBeNull();

        [Fact]
        public void twice_is_refused() => Command.Objection(Partnership, [CapacityOffer.Create(Command.Decide(OfferId.New()))], Lead).ShouldNotBeNull().Field.ShouldBe("specialisms");

        [Fact]
        public void XCT_4_by_the_head_of_another_school_is_refused() => Command.Objection(Partnership, [], Head(Cedars)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

        [Fact]
        public void XCT_8_of_a_school_outside_is_refused() => (Command with { ProviderUrn = Downlands }).Objection(Partnership, [], Lead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
    }

    public class Weighing_a_candidate
    {
        private static readonly DeclareSupplierInterest Declare = new(Birch.Id, SupplierInterest.None, Ago(18));
        private static readonly AssessSupplierInterest Assess = new(Birch.Id, SupplierInterestOutcome.Clear, Ago(17));
        private static readonly ShortlistCandidate Shortlist = new(Birch.Id, Text, Ago(16));

        private static When<SupportRequest> When(Given<SupportRequest> given, AssessSupplierInterest command, Acting acting) =>
            given.When(request => command.Objection(request, Birch, Partnership, acting), request => command.Decide(request, acting.Person));

        private static When<SupportRequest> When(Given<SupportRequest> given, ShortlistCandidate command) =>
            given.When(request => command.Objection(request, Birch, Partnership, Lead), command.Decide);

        [Fact]
        public void takes_a_declaration_of_nothing_from_the_head_who_offers() =>
            Asked().When(request => Declare.Objection(request, Birch, Partnership, Head(Birchwood)), Declare.Decide)
                .Then(new SupplierInterestDeclared(Id, Triad, Birch.Id, SupplierInterest.None, null, Ago(18)));

        [Fact]
        public void takes_no_offer_of_another_partnership() =>
            Asked().When(request => Declare.Objection(request, Birch with { PartnershipId = PartnershipId.New() }, Partnership, Lead), Declare.Decide).ThenObjection("unknown", "offerId");

        [Fact]
        public void BRK_2_without_a_declaration_is_refused() => When(Asked(), Assess, Lead).ThenObjection("BRK-2", "offerId");

        [Fact]
        public void BRK_2_with_a_declaration_is_allowed() =>
            When(Asked(Weighed(Birch)[0]), Assess, Lead).Then(new SupplierInterestAssessed(Id, Triad, Birch.Id, SupplierInterestOutcome.Clear, null, App.Person("lead"), Ago(17)));

        [Fact]
        public void XCT_6_by_whoever_offers_is_refused()
        {
            var both = Lead with { Held = [.. Lead.Held, .. Head(Birchwood).Held] };
            When(Asked(Weighed(Birch)[0]), Assess, both).ThenObjection("XCT-6", "offerId");
        }

        [Fact]
        public void BRK_3_with_safeguards_nobody_wrote_down_is_refused() =>
            When(Asked(Weighed(Birch)[0]), Assess with { Outcome = SupplierInterestOutcome.ClearWithSafeguards }, Lead).ThenObjection("BRK-3", "safeguards");

        [Fact]
        public void BRK_2_it_is_not_put_on_the_list_before_a_declaration() => When(Asked(), Shortlist).ThenObjection("BRK-2", "offerId");

        [Fact]
        public void BRK_2_it_is_not_put_on_the_list_before_it_is_weighed() => When(Asked(Weighed(Birch)[0]), Shortlist).ThenObjection("BRK-2", "offerId");

        [Fact]
        public void BRK_2_it_is_put_on_the_list_once_weighed() => When(Asked(Weighed(Birch)), Shortlist).Then(new CandidateShortlisted(Id, Triad, Birch.Id, Text, Ago(16)));

        [Fact]
        public void BRK_2_a_new_declaration_is_weighed_anew() =>
            When(Asked([.. Weighed(Birch), new SupplierInterestDeclared(Id, Triad, Birch.Id, SupplierInterest.Family, Text, Ago(16))]), Shortlist).ThenObjection("BRK-2", "offerId");
    }

    public class Matched
    {
        [Fact]
        public void BRK_2_with_a_candidate_not_weighed_is_refused() => Propose(Asked(Shortlisted(Cedar)), Proposal(Cedar)).ThenObjection("BRK-2", "offerId");

        [Fact]
        public void BRK_3_with_an_excluded_candidate_is_refused() =>
            Propose(Asked([.. Shortlisted(Birch, SupplierInterestOutcome.Excluded), .. Weighed(Cedar)]), Proposal(Cedar)).ThenObjection("BRK-3", "offerId");

        [Fact]
        public void BRK_3_with_safeguards_nobody_wrote_down_is_refused() =>
            Propose(Asked([.. Shortlisted(Birch, SupplierInterestOutcome.ClearWithSafeguards), .. Weighed(Cedar)]), Proposal(Cedar)).ThenObjection("BRK-3", "offerId");

        [Fact]
        public void BRK_3_with_safeguards_is_allowed() =>
            Propose(Asked([.. Shortlisted(Birch, SupplierInterestOutcome.ClearWithSafeguards, Text), .. Weighed(Cedar)]), Proposal(Cedar)).ThenAllowed();

        [Fact]
        public void BRK_4_without_another_weighed_is_refused() => Propose(Asked(Shortlisted(Birch)), Proposal()).ThenObjection("BRK-4", "alternatives");

        [Fact]
        public void BRK_4_with_an_alternative_nobody_weighed_is_refused() => Propose(Asked(Shortlisted(Birch)), Proposal(Cedar)).ThenObjection("BRK-4", "alternatives");

        [Fact]
        public void BRK_4_with_an_alternative_is_allowed() => Propose(Asked([.. Shortlisted(Birch), .. Weighed(Cedar)]), Proposal(Cedar)).Then(Proposed);

        [Fact]
        public void BRK_4_with_the_only_supplier_and_the_reason_is_allowed() => Propose(Asked(Shortlisted(Birch)), Proposal() with { OnlySupplierBecause = Text }).ThenAllowed();

        [Fact]
        public void with_a_candidate_not_on_the_list_is_refused() => Propose(Asked([.. Weighed(Birch), .. Weighed(Cedar)]), Proposal(Cedar)).ThenObjection("input", "offerId");
    }

    public class Answered
    {
        private static readonly AcceptMatch Accept = new(Ago(10));
        private static readonly DeclineMatch Decline = new(Text, Ago(10));

        private static Given<SupportRequest> Matched(params object[] then) => Asked([.. Shortlisted(Birch), .. Weighed(Cedar), Proposed, .. then]);

        private static When<SupportRequest> When(Given<SupportRequest> given, AcceptMatch command, Acting acting) =>
            given.When(request => command.Objection(request, Partnership, acting), request => command.Decide(request, acting.Person));

        private static When<SupportRequest> When(Given<SupportRequest> given, DeclineMatch command, Acting acting) =>
            given.When(request => command.Objection(request, Partnership, acting), request => command.Decide(request, acting.Person));

        [Fact]
        public void by_the_head_of_the_school_in_need_finishes_it() =>
            When(Matched(), Accept, Head).Then(new MatchAccepted(Id, Triad, Birch.Id, Head.Person, Ago(10))).State.ShouldBe(SupportRequestState.MatchAccepted);

        [Fact]
        public void by_declining_leaves_it_open() =>
            When(Matched(), Decline, Head).Then(new MatchDeclined(Id, Triad, Birch.Id, Head.Person, Text, Ago(10))).State.ShouldBe(SupportRequestState.Open);

        [Fact]
        public void and_declined_it_may_be_matched_again() =>
            Propose(Matched(Decline.Decide(Matched().State, Head.Person)), Proposal(Cedar) with { OccurredOn = Ago(5) }).Then<MatchProposed>(fact => fact.OfferId.ShouldBe(Birch.Id));

        [Fact]
        public void XCT_4_by_the_lead_is_refused() => When(Matched(), Accept, Lead).ThenObjection("XCT-4");

        [Fact]
        public void XCT_4_by_whoever_headed_the_school_once_is_refused() =>
            When(Matched(), Decline, Lead with { Held = [.. Lead.Held, new(Capacity.Headteacher, Ashdown, null, Ago(300), Ago(5))] }).ThenObjection("XCT-4");

        [Fact]
        public void BRK_2_after_a_new_declaration_it_is_weighed_again_first() =>
            When(Matched(new SupplierInterestDeclared(Id, Triad, Birch.Id, SupplierInterest.Applicant, Text, Ago(12))), Accept, Head).ThenObjection("BRK-2");

        [Fact]
        public void XCT_9_once_accepted_nothing_follows()
        {
            var accepted = Matched(Accept.Decide(Matched().State, Head.Person));
            When(accepted, Accept, Head).ThenObjection("XCT-9");
            When(accepted, Decline, Head).ThenObjection("XCT-9");
            Propose(accepted, Proposal(Cedar)).ThenObjection("XCT-9");
        }

        [Fact]
        public void without_a_match_is_refused() => When(Asked(), Accept, Head).ThenObjection("input");
    }
}
