using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.History;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_review_put_off
{
    private static readonly PartnershipFormed Formed =
        new(Triad, "Colne Valley", PartnershipKind.Triad, Quadrant.Mid, [District.Braintree], [Ashdown, Birchwood, Cedars], null, null, HostHead, Visit.AddYears(-1));

    private static readonly ReviewPostponed Postponed = new(Id, Triad, Visit.AddDays(14), Visit.AddDays(15), new("Snow."), Visit.AddDays(-1));
    private static readonly ReviewCancelled Cancelled = new(Id, Triad, new("The school closes."), Visit.AddDays(-1));
    private static readonly VisitStarted Started = new(Id, Triad, [LeadReviewer, Reviewer], Visit.AddDays(14));

    [Fact]
    public void reads_so_in_a_replay_until_its_visit_begins()
    {
        StateAfter(Planned, Postponed).ShouldBe(EssexImprovement.History.ReviewState.Postponed);
        StateAfter(Planned, Postponed, Started).ShouldBe(EssexImprovement.History.ReviewState.Visiting);
        StateAfter(Planned, Cancelled).ShouldBe(EssexImprovement.History.ReviewState.Cancelled);

        static EssexImprovement.History.ReviewState StateAfter(params object[] facts) => PartnershipAt.Of([Formed, .. facts])!.Reviews.ShouldHaveSingleItem().State;
    }

    [Fact]
    public void keeps_its_confirmed_protocol_when_somebody_joins_the_team()
    {
        TeamConfirmed team = new(Id, Triad, [LeadReviewer, Reviewer], LeadReviewer, Visit.AddDays(-20));
        ProtocolConfirmed protocol = new(Id, Triad, 1, Routes, [Trigger.Workshop], null, Visit.AddDays(-15));
        StateAfter(team).ShouldBe(EssexImprovement.History.ReviewState.TeamConfirmed);
        StateAfter(team, protocol).ShouldBe(EssexImprovement.History.ReviewState.ProtocolConfirmed);
        StateAfter(team, protocol, team).ShouldBe(EssexImprovement.History.ReviewState.ProtocolConfirmed);
        StateAfter(team, protocol, Postponed, team).ShouldBe(EssexImprovement.History.ReviewState.Postponed);
        Given.Facts<PeerReview>(Planned, team, protocol, team).State.State.ShouldBe(EssexImprovement.ImprovementWork.ReviewState.ProtocolConfirmed, "as the room folds it");

        static EssexImprovement.History.ReviewState StateAfter(params object[] facts) => PartnershipAt.Of([Formed, Planned, .. facts])!.Reviews.ShouldHaveSingleItem().State;
    }

    [Fact]
    public void is_final_and_not_released_once_its_last_release_is_taken_back()
    {
        ReportReleased Release(ReleaseId id) => new(Id, Triad, id, AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, HostHead, false, null, Visit);
        var (one, other) = (ReleaseId.New(), ReleaseId.New());
        ReleaseWithdrawn Back(ReleaseId id) => new(Id, Triad, id, new("A mistake."), Visit);
        StateAfter(Release(one), Release(other), Back(one)).ShouldBe(EssexImprovement.History.ReviewState.Released);
        StateAfter(Release(one), Release(other), Back(one), Back(other)).ShouldBe(EssexImprovement.History.ReviewState.Finalised);

        static EssexImprovement.History.ReviewState StateAfter(params object[] facts) => PartnershipAt.Of([Formed, Planned, .. facts])!.Reviews.ShouldHaveSingleItem().State;
    }

    [Fact]
    public void stands_in_the_ledger_of_its_host_under_its_new_days()
    {
        LineOf(("review_planned", Planned)).PlannedFrom.ShouldBe(Visit);
        LineOf(("review_planned", Planned), ("review_postponed", Postponed)).ShouldSatisfyAllConditions(
            line => line.PlannedFrom.ShouldBe(Visit.AddDays(14)), line => line.LastStep.ShouldBe("review_postponed"));
        LineOf(("review_planned", Planned), ("review_cancelled", Cancelled)).ShouldSatisfyAllConditions(
            line => line.LastStep.ShouldBe("review_cancelled"), line => line.IsFinal.ShouldBeFalse());

        static HostedReviewLine LineOf(params (string, IReviewFact)[] facts) => HostedReviewLine.Of(facts, new PeopleShown([]), Today);
    }
}
