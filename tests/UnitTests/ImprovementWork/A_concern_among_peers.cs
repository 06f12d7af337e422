using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_concern_among_peers
{
    private static readonly DateOnly Day = Visit;
    private static readonly ConcernId Id = ConcernId.New();
    private static readonly ConfidentialText Text = new("Data for the autumn has not come.");
    private static readonly Acting Raiser = HeadOf(Birchwood, "head-of-birchwood"), Concerned = HeadOf(Cedars, "head-of-cedars"), Third = HeadOf(Ashdown, "head-of-ashdown");
    private static readonly Acting Chair = Holds("chair-of-cedars", new HeldCapacity(Capacity.ChairOfGovernors, Cedars, null, DateOnly.MinValue, null));
    private static readonly RaiseConcern Raise = new(Triad, Cedars, ConcernKind.NoDataShared, Text, Text, Day);
    private static readonly AskForResponse Ask = new(Day.AddDays(2));
    private static readonly GiveResponse Respond = new(new("It is on its way."), Day.AddDays(4));

    private static readonly ResponseAsked Asked = new(Id, Triad, Cedars, Day.AddDays(2));
    private static readonly ResponseGiven Responded = new(Id, Triad, Cedars, Respond.Response, Concerned.Person, Day.AddDays(4));
    private static readonly ConversationHeld Talked = new(Id, Triad, Text, Day.AddDays(5));
    private static readonly FacilitatedMeetingHeld Met = new(Id, Triad, Outsider, Text, Day.AddDays(6));
    private static readonly PartnershipMeetingHeld Together = new(Id, Triad, Text, Day.AddDays(7));
    private static readonly QuadrantChairAsked ChairAsked = new(Id, Triad, Text, Day.AddDays(8));
    private static readonly DateOnly Later = Day.AddDays(10);

    [Fact]
    public void is_raised_by_a_head_or_the_lead_about_another_member()
    {
        Raising().ShouldBeNull();
        Raising(by: TheLead).ShouldBeNull();
        Raise.Decide(Id, Raiser.Person).ShouldBe(new(Id, Triad, Cedars, ConcernKind.NoDataShared, Text, Text, Raiser.Person, Day));
        Raising(by: Chair).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Raising(by: Nobody).ShouldNotBeNull().Status.ShouldBe(404);
        Raising(by: Concerned).ShouldNotBeNull().Field.ShouldBe("urn");
        Raising(by: Holds("new-head", new HeldCapacity(Capacity.Headteacher, Birchwood, null, Day.AddDays(1), null))).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Raise.Objection(null, [], Raiser).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void XCT_8_is_about_a_school_that_was_a_member() => Raising(Raise with { Urn = Downlands }).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("XCT-8"), why => why.Field.ShouldBe("urn"));

    [Fact]
    public void is_raised_once_by_one_person_while_it_goes_on()
    {
        Raise.Objection(Partnership(), [Begun().State], Raiser).ShouldNotBeNull().Field.ShouldBe("kind");
        Raise.Objection(Partnership(), [Begun().State], TheLead).ShouldBeNull("what another raised is not given away");
        Raise.Objection(Partnership(), [Begun(Asked, new ConcernResolved(Id, Triad, Text, Later)).State], Raiser).ShouldBeNull();
    }

    [Fact]
    public void is_said_in_200_characters()
    {
        Raising(Raise with { Summary = new(new string('a', 200)) }).ShouldBeNull();
        Raising(Raise with { Summary = new(new string('a', 201)) }).ShouldNotBeNull().Field.ShouldBe("summary");
        Raising(Raise with { Facts = new("") }).ShouldNotBeNull().Field.ShouldBe("facts");
    }

    [Theory]
    [InlineData("A warning notice will follow.")]
    [InlineData("WARNING\u00A0NOTICE")]
    [InlineData("We ask for intervention.")]
    [InlineData("an IEB is due")]
    [InlineData("an i.e.b. is due")]
    [InlineData("\uFF29\uFF25\uFF22")]
    [InlineData("Interim executive-board")]
    [InlineData("notice to improve")]
    [InlineData("\uFF33\uFF50\uFF45\uFF43\uFF49\uFF41\uFF4C measures")]
    public void IMP_30_holds_no_word_for_a_statutory_act_in_any_text(string words)
    {
        ConfidentialText text = new($"At Cedars: {words}");
        var open = Begun(Asked);
        Refuses(Raising(Raise with { Summary = text }), "summary");
        Refuses(Raising(Raise with { Facts = text }), "facts");
        Refuses((Respond with { Response = text }).Objection(open.State, Partnership(), Concerned), "response");
        Refuses(new HoldConversation(text, Later).Objection(open.State, Partnership(), Raiser), "outcome");
        Refuses(new HoldFacilitatedMeeting(Outsider, text, Later).Objection(Begun(Asked, Talked).State, Partnership(), Neutral(), Raiser), "outcome");
        Refuses(new HoldPartnershipMeeting(text, Later).Objection(Begun(Asked, Talked, Met).State, Partnership(), Raiser), "outcome");
        Refuses(new AskQuadrantChair(text, Later).Objection(Begun(Asked, Talked, Met, Together).State, Partnership(), Raiser), "outcome");
        Refuses(new AskBoard(text, Later).Objection(Begun(Asked, Talked, Met, Together, ChairAsked).State, Partnership(), Raiser), "outcome");
        Refuses(new ResolveConcern(text, Later).Objection(open.State, Partnership(), Raiser), "how");

        static void Refuses(Objection? objection, string field) => objection.ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-30"), why => why.Field.ShouldBe(field));
    }

    [Fact]
    public void IMP_30_lets_everyday_words_pass() => Raising(Raise with { Facts = new("The notices were kept; nobody intervened, and no measure was special. Liebig came.") }).ShouldBeNull();

    [Fact]
    public void asks_the_school_concerned_once()
    {
        Begun().When(concern => Ask.Objection(concern, Partnership(), Raiser), Ask.Decide).Then(Asked);
        Ask.Objection(Begun(Asked).State, Partnership(), Raiser).ShouldNotBeNull().Field.ShouldBe("occurredOn");
        Ask.Objection(Begun().State, Partnership(), TheLead).ShouldBeNull();
        Ask.Objection(Begun().State, Partnership(), Concerned).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Ask.Objection(Begun().State, Partnership(), Third).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void XCT_6_is_answered_by_the_head_of_the_school_concerned_alone()
    {
        Begun(Asked).When(concern => Respond.Objection(concern, Partnership(), Concerned), concern => Respond.Decide(concern, Concerned.Person)).Then(Responded);
        Respond.Objection(Begun().State, Partnership(), Concerned).ShouldBeNull("a head need not wait to be asked");
        Respond.Objection(Begun(Asked).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("XCT-6");
        Respond.Objection(Begun(Asked).State, Partnership(), TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-6");
        Respond.Objection(Begun(Asked).State, Partnership(), Third).ShouldNotBeNull().Status.ShouldBe(404);
        var left = Holds("head-of-cedars", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, Day.AddDays(5)));
        Respond.Objection(Begun(Asked).State, Partnership(), left).ShouldNotBeNull().Status.ShouldBe(404, "who has left speaks for the school no more");
        var academy = Partnership().Apply(new SchoolSucceeded(Triad, Cedars, Downlands, SuccessionKind.Academisation, Day.AddDays(1)));
        Respond.Objection(Begun(Asked).State, academy, HeadOf(Downlands, "new-head")).ShouldBeNull();
    }

    [Fact]
    public void IMP_28_skips_no_step_and_does_not_go_back()
    {
        foreach (var (before, step) in Steps())
        {
            step(Begun([Asked, .. before]).State).ShouldBeNull();
            if (before.Length > 0) step(Begun([Asked, .. before[..^1]]).State).ShouldNotBeNull().Rule.ShouldBe("IMP-28");
        }
        new HoldConversation(Text, Later).Objection(Begun(Asked, Talked).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("input");
        new HoldConversation(Text, Later).Objection(Begun(ConcernKind.BreachOfConfidence, Asked, Together).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-28");
    }

    [Fact]
    public void IMP_28_goes_straight_to_the_members_for_a_breach_of_confidence_and_step_by_step_from_there()
    {
        new HoldPartnershipMeeting(Text, Later).Objection(Begun(ConcernKind.BreachOfConfidence, Asked).State, Partnership(), Raiser).ShouldBeNull();
        new HoldPartnershipMeeting(Text, Later).Objection(Begun(Asked).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-28");
        new HoldFacilitatedMeeting(Outsider, Text, Later).Objection(Begun(ConcernKind.BreachOfConfidence, Asked).State, Partnership(), Neutral(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-28");
        new AskQuadrantChair(Text, Later).Objection(Begun(ConcernKind.BreachOfConfidence, Asked).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-28");
        new AskQuadrantChair(Text, Later).Objection(Begun(ConcernKind.BreachOfConfidence, Asked, Together).State, Partnership(), Raiser).ShouldBeNull();
    }

    [Fact]
    public void IMP_29_goes_no_further_than_a_conversation_before_the_school_was_asked()
    {
        new HoldConversation(Text, Later).Objection(Begun().State, Partnership(), Raiser).ShouldBeNull();
        new HoldFacilitatedMeeting(Outsider, Text, Later).Objection(Begun(Talked).State, Partnership(), Neutral(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-29");
        new HoldPartnershipMeeting(Text, Later).Objection(Begun(ConcernKind.BreachOfConfidence).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-29");
        new ResolveConcern(Text, Later).Objection(Begun(Talked).State, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("IMP-29");
        Reviewing(Begun(Talked), Decision()).ShouldNotBeNull().Rule.ShouldBe("IMP-29");
        new HoldFacilitatedMeeting(Outsider, Text, Later).Objection(Begun(Responded, Talked).State, Partnership(), Neutral(), Raiser).ShouldBeNull("who answered unasked was heard");
        new ResolveConcern(Text, Later).Objection(Begun(Asked).State, Partnership(), Raiser).ShouldBeNull();
    }

    [Fact]
    public void meets_with_somebody_who_belongs_to_neither_school()
    {
        var sides = TwoSides.Of(Begun().State, Partnership(), [(Raiser.Person, Birchwood), (Chair.Person, Cedars), (Facilitator, Birchwood), (Outsider, Ashdown)]);
        sides.People.ShouldBe([Raiser.Person, Chair.Person, Facilitator], ignoreOrder: true);
        Begun(Asked, Talked).When(concern => new HoldFacilitatedMeeting(Outsider, Text, Day.AddDays(6)).Objection(concern, Partnership(), sides, Raiser), concern => new HoldFacilitatedMeeting(Outsider, Text, Day.AddDays(6)).Decide(concern))
            .Then(Met);
        new HoldFacilitatedMeeting(Facilitator, Text, Later).Objection(Begun(Asked, Talked).State, Partnership(), sides, Raiser).ShouldNotBeNull().Field.ShouldBe("facilitator");
        new HoldFacilitatedMeeting(Raiser.Person, Text, Later).Objection(Begun(Asked, Talked).State, Partnership(), sides, Raiser).ShouldNotBeNull().Field.ShouldBe("facilitator");
    }

    [Fact]
    public void is_resolved_and_XCT_9_takes_nothing_more()
    {
        ResolveConcern command = new(new("Data came, and comes each term."), Later);
        var after = Begun(Asked, Responded, Talked).When(concern => command.Objection(concern, Partnership(), Raiser), command.Decide).Then(new ConcernResolved(Id, Triad, command.How, Later));
        foreach (var (_, step) in Steps()) step(after).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        Ask.Objection(after, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        (Respond with { OccurredOn = Later }).Objection(after, Partnership(), Concerned).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        command.Objection(after, Partnership(), Raiser).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        command.Objection(Begun(Asked, Responded).State, Partnership(), Concerned).ShouldNotBeNull().Rule.ShouldBe("XCT-4", "nobody settles a concern about their own school");
        command.Objection(Begun(Asked).State, Partnership(), TheLead with { Held = [.. TheLead.Held, .. Concerned.Held] }).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        (command with { OccurredOn = Day }).Objection(Begun(Asked).State, Partnership(), Raiser).ShouldNotBeNull().Field.ShouldBe("occurredOn");
    }

    [Fact]
    public void ends_in_a_decision_about_the_membership_of_the_school_when_the_members_met()
    {
        var met = Begun(Asked, Talked, Met, Together);
        Reviewing(met, Decision()).ShouldBeNull();
        met.When(concern => Reviewing(concern, Decision()), concern => new ReviewMembershipAfterConcern(Decision().Id, Later).Decide(concern)).Then<MembershipReviewed>(fact => fact.Urn.ShouldBe(Cedars));
        Reviewing(Begun(Asked, Talked, Met), Decision()).ShouldNotBeNull().Rule.ShouldBe("IMP-28");
        Reviewing(met, null).ShouldNotBeNull().Status.ShouldBe(404);
        Reviewing(met, Decision() with { PartnershipId = PartnershipId.New() }).ShouldNotBeNull().Status.ShouldBe(404);
        Reviewing(met, Decision() with { Kind = DecisionKind.CollectiveChallenge }).ShouldNotBeNull().Field.ShouldBe("decisionId");
        Reviewing(met, Decision() with { Urns = [Birchwood] }).ShouldNotBeNull().Field.ShouldBe("decisionId");
        foreach (var wrong in new DateOnly?[] { null, Day.AddDays(-1), Later.AddDays(1) }) Reviewing(met, Decision() with { MadeOn = wrong }).ShouldNotBeNull().Field.ShouldBe("decisionId");
    }

    [Fact]
    public void is_known_to_both_sides_and_the_lead_and_to_all_heads_once_the_members_met()
    {
        foreach (var knows in new[] { Raiser, Concerned, TheLead }) Sees(knows).ShouldBeTrue();
        foreach (var not in new[] { Third, Chair, Nobody, Holder(Capacity.Auditor), Holder(Capacity.BoardMember), Holder(Capacity.QuadrantChair), Holder(Capacity.LaSchoolEffectivenessPartner) })
        {
            Sees(not).ShouldBeFalse();
            Sees(not, Asked, Talked, Met, Together).ShouldBe(not == Third);
        }
        Sees(Raiser with { Held = [] }).ShouldBeFalse("who raised it and belongs no more is told nothing new");
        var looking = new Reader(Raiser);
        ConcernAsSeen.By(Begun().State, Partnership(), looking)!.Summary!.Value.ShouldBe(Text.Value);
        looking.Readings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            read => read.Thing.ShouldBe(SealedThing.PeerConcern), read => read.OwnerUrn.ShouldBe(Cedars), read => read.Capacity.ShouldBe(Capacity.Headteacher));
    }

    /// <summary>Each step with what comes before it.</summary>
    private static (object[] Before, Func<PeerConcern, Objection?> Step)[] Steps() =>
    [
        ([], concern => new HoldConversation(Text, Later).Objection(concern, Partnership(), Raiser)),
        ([Talked], concern => new HoldFacilitatedMeeting(Outsider, Text, Later).Objection(concern, Partnership(), Neutral(), Raiser)),
        ([Talked, Met], concern => new HoldPartnershipMeeting(Text, Later).Objection(concern, Partnership(), Raiser)),
        ([Talked, Met, Together], concern => new AskQuadrantChair(Text, Later).Objection(concern, Partnership(), Raiser)),
        ([Talked, Met, Together, ChairAsked], concern => new AskBoard(Text, Later).Objection(concern, Partnership(), Raiser)),
    ];

    private static bool Sees(Acting acting, params object[] then) => ConcernAsSeen.By(Begun(then).State, Partnership(), new Reader(acting)) is not null;

    private static Objection? Reviewing(Given<PeerConcern> given, MembershipDecision? decision) => Reviewing(given.State, decision);

    private static Objection? Reviewing(PeerConcern concern, MembershipDecision? decision) =>
        new ReviewMembershipAfterConcern(decision?.Id ?? DecisionId.New(), Later).Objection(concern, Partnership(), decision, Raiser);

    private static MembershipDecision Decision() => new(new(Guid.Empty), Triad, DecisionKind.MembershipReview, [Cedars], Day.AddDays(8));

    private static TwoSides Neutral() => new([Raiser.Person]);

    private static Acting HeadOf(Urn urn, string name) => Holds(name, new HeldCapacity(Capacity.Headteacher, urn, null, DateOnly.MinValue, null));

    private static Objection? Raising(RaiseConcern? command = null, Acting? by = null) => (command ?? Raise).Objection(Partnership(), [], by ?? Raiser);

    private static Given<PeerConcern> Begun(params object[] then) => Begun(ConcernKind.NoDataShared, then);

    private static Given<PeerConcern> Begun(ConcernKind kind, params object[] then) => Given.Facts<PeerConcern>([(Raise with { Kind = kind }).Decide(Id, Raiser.Person), .. then]);
}
