using System.Text.Json;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Evaluation;
using EssexImprovement.History;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Citing_what_is_held_back
{
    private static readonly PartnershipId Triad = PartnershipId.New();
    private static readonly Guid Stream = Guid.NewGuid();
    private static readonly SelfReviewId SelfReview = SelfReviewId.Of(Ashdown, 2025);

    [Fact]
    public void ACC_3_of_a_concern_waits_until_it_was_brought_before_the_body()
    {
        object[] met = [new PartnershipMeetingHeld(new(Stream), Triad, new("Talked."), Ago(30))], asked = [.. met, new QuadrantChairAsked(new(Stream), Triad, new("Asked."), Ago(25))],
            board = [.. asked, new BoardAsked(new(Stream), Triad, new("Asked."), Ago(20))];
        Citing("concern_raised", DecidingBody.Partnership).ThenObjection("ACC-3", "eventId");
        Citing("concern_raised", DecidingBody.Partnership, met).ThenAllowed();
        Citing("response_given", DecidingBody.QuadrantGroup, met).ThenObjection("ACC-3");
        Citing("response_given", DecidingBody.QuadrantGroup, asked).ThenAllowed();
        Citing("response_asked", DecidingBody.Board, asked).ThenObjection("ACC-3");
        Citing("response_asked", DecidingBody.Board, board).ThenAllowed();
        Citing("concern_raised", DecidingBody.Partnership, new PartnershipMeetingHeld(new(Stream), Triad, new("Talked."), Ago(14))).ThenObjection("ACC-3");
    }

    [Fact]
    public void ACC_3_of_a_plan_is_the_schools_own_unless_it_is_shared()
    {
        PlanOpened schools = new(new(Stream), Triad, Ashdown, 2025, PlanSource.Review, null, Ago(100)), shared = schools with { Urn = null, Source = PlanSource.Shared };
        Citing("progress_review_held", DecidingBody.Partnership, schools).ThenObjection("ACC-3", "eventId");
        Citing("progress_review_held", DecidingBody.Board, schools with { Source = PlanSource.SelfReview }).ThenObjection("ACC-3", "eventId");
        Citing("progress_review_held", DecidingBody.Partnership, shared).ThenAllowed();
        Citing("objective_achieved", DecidingBody.Board, shared).ThenAllowed();
        Citing("action_done", DecidingBody.Partnership, schools).ThenAllowed();
    }

    [Fact]
    public void ACC_3_of_a_self_review_is_what_was_submitted_and_shared_so_far()
    {
        SelfReviewSubmitted submitted = new(SelfReview, Ashdown, 2025, Ago(40));
        SelfReviewSharedWith widely = new(SelfReview, Ashdown, AudienceRing.PartnershipHeads, Ago(30));
        Citing("area_self_evaluated", DecidingBody.Partnership, submitted).ThenObjection("ACC-3", "eventId");
        Citing("area_self_evaluated", DecidingBody.Partnership, widely).ThenObjection("ACC-3", "eventId");
        Citing("area_self_evaluated", DecidingBody.Partnership, submitted, widely).ThenAllowed();
        Citing("area_self_evaluated", DecidingBody.Board, submitted, widely).ThenObjection("ACC-3");
        Citing("area_self_evaluated", DecidingBody.Partnership, submitted, widely, widely with { Ring = AudienceRing.ReviewTeam, OccurredOn = Ago(20) }).ThenObjection("ACC-3");
        Citing("self_review_submitted", DecidingBody.Partnership).ThenAllowed();
    }

    [Theory]
    [InlineData("support_request_drafted")]
    [InlineData("objective_needs_help")]
    [InlineData("emergency_access_taken")]
    public void ACC_3_lays_what_a_school_only_thinks_of_before_nobody(string fact) => Citing(fact, DecidingBody.Partnership).ThenObjection("ACC-3", "eventId");

    /// <summary>A new fact with a confidential text is classed before it can be cited: what is left over is a record of the partnership, which the bodies that decide in it know of.</summary>
    [Fact]
    public void takes_every_fact_that_holds_a_confidential_text_for_one_or_the_other()
    {
        var facts = typeof(IFact).Assembly.GetTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IFact)) && !type.IsAssignableTo(typeof(IReviewFact))).ToList();
        var told = facts.Where(FactDetails.HoldConfidentialText).ToList();
        Names(facts.Where(type => type.IsAssignableTo(typeof(IConcernFact)))).ShouldBe(HeldBack.Concerns.Order());
        Names(told.Where(type => type.IsAssignableTo(typeof(IPlanFact)))).ShouldBe(HeldBack.Plans.Order());
        Names(told.Where(type => type.Namespace == typeof(SelfReviewSubmitted).Namespace)).ShouldBe(HeldBack.SelfReviews.Order());
        Names(facts.Where(type => type.IsAssignableTo(typeof(ISupportRequestDraftFact))).Append(typeof(ObjectiveNeedsHelp)).Append(typeof(EmergencyAccessTaken))).ShouldBe(HeldBack.Always.Order());
        told.Where(type => !type.IsAssignableTo(typeof(IPartnershipFact)) && !HeldBack.SelfReviews.Union(HeldBack.Always).Contains(Name(type))).ShouldBeEmpty();

        static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(Name).Order();
        static string Name(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
    }

    private static When<Decision> Citing(string name, DecidingBody body, params object[] told)
    {
        RecordedFact cited = new(Guid.NewGuid(), Stream, 1, name, Triad, Ashdown, Ago(50), "{}");
        HeldBack heldBack = new([.. told.Select((fact, at) => fact.As(at + 2, ((IFact)fact).OccurredOn))]);
        var command = new CiteEvidence(cited.EventId, new("It bears on it."), Ago(15));
        return Given.Facts<Decision>(new DecisionOpened(DecisionId.New(), Triad, DecisionKind.Other, Direction.Internal, new("Shall we?"), [], null, body, 5, null, Ago(20))).When(
            decision => command.Objection(decision, cited, ReleasesOfReview.None, heldBack, new(Triad, Founded(Ago(300), Ashdown, Birchwood, Cedars)), Lead(Triad)),
            decision => command.Decide(CitationId.New(), decision, cited, ReleasesOfReview.None));
    }
}
