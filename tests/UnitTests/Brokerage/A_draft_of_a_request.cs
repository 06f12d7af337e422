using EssexImprovement.Brokerage;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_draft_of_a_request
{
    private static readonly PartnershipId Triad = PartnershipId.New();
    private static readonly ConfidentialText Text = new("Text.");
    private static readonly Acting TheHead = Head(Ashdown), TheLead = Lead(Triad);
    private static readonly BrokeringPartnership Partnership = new(Triad, Founded(Ago(300), Ashdown, Birchwood, Cedars));

    private static readonly SupportRequestDrafted Drafted =
        new(SupportRequestDraftId.After(Guid.NewGuid()), Triad, Ashdown, PlanId.OfSchool(Triad, Ashdown, 2026), ObjectiveId.New(), ImprovementArea.Attendance, Text, Text, Ago(20));

    private static readonly SupportRequestDraftSent Sent = new(Drafted.SupportRequestDraftId, Triad, Ashdown, SupportRequestId.New(), Ago(12));

    private static readonly RequestSupport Send = new(
        Triad, Ashdown, ImprovementArea.Attendance, Text, Text, Urgency.ThisTerm, RequestOrigin.ReviewAction, true, Ago(10), DraftId: Drafted.SupportRequestDraftId);

    private static readonly DiscardSupportRequestDraft Discard = new(Ago(10));

    [Fact]
    public void is_sent_by_the_head_it_lies_with()
    {
        Asked(Send, TheHead).ShouldBeNull();
        Asked(Send with { WantedOutcome = new("Otherwise worded.") }, TheHead).ShouldBeNull();
        Asked(Send, TheLead).ShouldBe(Objection.Unknown("draftId"));
        Send.Sends(SupportRequestDraft.Create(Drafted), Sent.SupportRequestId).ShouldBe(Sent with { OccurredOn = Ago(10) });
    }

    [Fact]
    public void is_sent_as_what_it_is_and_once()
    {
        Asked(Send with { Origin = RequestOrigin.SelfReferral }, TheHead).ShouldNotBeNull().Field.ShouldBe("origin");
        Asked(Send with { HeadConsents = false }, TheHead).ShouldNotBeNull().Rule.ShouldBe("BRK-1");
        Asked(Send with { OccurredOn = Ago(21) }, TheHead).ShouldNotBeNull().Field.ShouldBe("occurredOn");
        Asked(Send, TheHead, Sent).ShouldNotBeNull().Field.ShouldBe("draftId");
        Asked(Send, TheHead, Discard.Decide(SupportRequestDraft.Create(Drafted))).ShouldNotBeNull().Field.ShouldBe("draftId");
        Send.Objection(Partnership, null, [], null, TheHead).ShouldBe(Objection.Unknown("draftId"));
        Send.Objection(Partnership, null, [], SupportRequestDraft.Create(Drafted with { PartnershipId = PartnershipId.New() }), TheHead).ShouldBe(Objection.Unknown("draftId"));
        Send.Objection(Partnership, null, [], SupportRequestDraft.Create(Drafted with { Urn = Birchwood }), TheHead).ShouldBe(Objection.Unknown("draftId"));
    }

    [Fact]
    public void is_put_away_by_the_head_alone_and_once()
    {
        Discarding(TheHead).Then(new SupportRequestDraftDiscarded(Drafted.SupportRequestDraftId, Triad, Ashdown, Ago(10)));
        Discarding(TheLead).ThenObjection("unknown").Status.ShouldBe(404);
        Discarding(Head(Birchwood)).ThenObjection("unknown");
        Discarding(TheHead, Sent).ThenObjection("input", "supportRequestDraftId");
    }

    [Fact]
    public void lies_with_the_head_of_the_school_that_took_the_place_of_its_own()
    {
        var succeeded = Partnership.Apply(new SchoolSucceeded(Triad, Ashdown, Downlands, SuccessionKind.Academisation, Ago(15)));
        (Send with { Urn = Downlands }).Objection(succeeded, null, [], SupportRequestDraft.Create(Drafted), Head(Downlands)).ShouldBeNull();
        Discard.Objection(SupportRequestDraft.Create(Drafted), succeeded, Head(Downlands)).ShouldBeNull();
    }

    private static Objection? Asked(RequestSupport command, Acting acting, params object[] then) =>
        command.Objection(Partnership, null, [], Given.Facts<SupportRequestDraft>([Drafted, .. then]).State, acting);

    private static When<SupportRequestDraft> Discarding(Acting acting, params object[] then) =>
        Given.Facts<SupportRequestDraft>([Drafted, .. then]).When(draft => Discard.Objection(draft, Partnership, acting), Discard.Decide);
}
