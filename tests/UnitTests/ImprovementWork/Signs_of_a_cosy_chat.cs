using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AFollowUp;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Signs_of_a_cosy_chat
{
    private static readonly FollowThrough Nothing = new(false, false, false, false), Everything = new(true, false, true, false);

    private static PeerReview With(FindingKind[] kinds, HostView view = HostView.Agreed, params object[] then) => Given.Facts<PeerReview>([
        .. Facts.Where(fact => fact is not FindingAgreed).SelectMany(fact => fact is FeedbackGiven
            ? [.. kinds.Select((kind, at) => (object)(Found(view) with { Kind = kind, Statement = new($"Finding {at}") })), fact] : new[] { fact }), .. then]).State;

    private static ReviewQuality Quality(IReadOnlyList<PeerReview> reviews, FollowThrough? followed = null, Acting? reader = null, int year = 2025) =>
        ReviewQuality.Of(Partnership(), year, reviews, _ => followed ?? Everything, new Dictionary<Urn, string?>(), new(reader ?? TheLead));

    private static ReviewQualityLine Line(PeerReview review, FollowThrough? followed = null, params PeerReview[] others) =>
        Quality([review, .. others], followed).Items.Single(line => line.ReviewId == review.Id);

    [Fact]
    public void are_none_where_findings_challenge_and_the_host_speaks()
    {
        var line = Line(With([FindingKind.Strength, FindingKind.ToDevelop, FindingKind.Question, FindingKind.AreaOfExcellence], HostView.NotAgreed));
        line.Challenge.ShouldBe(new(4, 2, 50, 0, 0, 4));
        Line(With([FindingKind.ToDevelop, FindingKind.Question, FindingKind.Strength])).Challenge!.ChallengePercent.ShouldBe(67, "to the nearest");
        (line.WorkshopHeld, line.CheckInHeld, line.SameTeamAsBefore).ShouldBe((true, true, null));
        line.Signs.ShouldBeEmpty();
    }

    [Fact]
    public void are_findings_that_do_not_challenge()
    {
        Line(With([FindingKind.Strength, FindingKind.AreaOfExcellence])).Signs.ShouldBe([CosySign.NoChallenge]);
        Line(With([FindingKind.ToDevelop, .. Enumerable.Repeat(FindingKind.Strength, 4)], HostView.AgreedWithComment)).Signs.ShouldBe([CosySign.LittleChallenge]);
        Line(With([FindingKind.ToDevelop, .. Enumerable.Repeat(FindingKind.Strength, 3)], HostView.AgreedWithComment)).Signs.ShouldBeEmpty();
    }

    [Fact]
    public void are_a_host_that_agrees_with_everything()
    {
        Line(With([.. Enumerable.Repeat(FindingKind.ToDevelop, 4)])).Signs.ShouldBe([CosySign.HostAgreedWithAll]);
        Line(With([.. Enumerable.Repeat(FindingKind.ToDevelop, 3)])).Signs.ShouldBeEmpty("three say little");
    }

    [Fact]
    public void are_a_review_that_nothing_followed()
    {
        var review = With([FindingKind.ToDevelop]);
        Line(review, new(false, true, false, true)).Signs.ShouldBe([CosySign.NoWorkshop, CosySign.NoCheckIn]);
        Line(review, Nothing).Signs.ShouldBeEmpty("there is time yet");
        Line(With([FindingKind.ToDevelop], then: new ReviewClosedWithoutFollowUp(Id, Triad, new("The school closes."), Visit.AddDays(100))), Nothing).Signs
            .ShouldBe([CosySign.NoWorkshop, CosySign.NoCheckIn, CosySign.QualityUnchecked]);
    }

    [Fact]
    public void are_the_same_team_as_the_time_before()
    {
        var review = With([FindingKind.ToDevelop]);
        Line(review, null, Before(LeadReviewer, Reviewer)).Signs.ShouldBe([CosySign.SameTeam]);
        Line(review, null, Before(Reviewer, LeadReviewer)).SameTeamAsBefore.ShouldBe(false);
        Line(review, null, Before(LeadReviewer, Outsider)).SameTeamAsBefore.ShouldBe(false);
        Line(review, null, Before(LeadReviewer, Reviewer, cancelled: true)).SameTeamAsBefore.ShouldBeNull("what was cancelled was not held");

        static PeerReview Before(PersonId lead, PersonId second, bool cancelled = false)
        {
            var before = ReviewId.New();
            return Given.Facts<PeerReview>([
                Planned with { ReviewId = before, Round = 2 }, Proposed(lead, TeamRole.Lead, Birchwood), Proposed(second, TeamRole.Reviewer, Cedars),
                new TeamConfirmed(before, Triad, [lead, second], lead, Visit.AddDays(-300)), new VisitStarted(before, Triad, [lead, second], Visit.AddDays(-290)),
                .. cancelled ? [new ReviewCancelled(before, Triad, new("A flood."), Visit.AddDays(-290))] : Array.Empty<object>()]).State;
        }
    }

    [Fact]
    public void are_told_of_final_reports_of_the_year_alone()
    {
        var quality = Quality([Before<ReportFinalised>().State, Before<VisitEnded>(new ReviewCancelled(Id, Triad, new("A flood."), Visit)).State]);
        (quality.NotFinal, quality.Items.Count).ShouldBe((1, 0));
        Quality([Final().State], year: 2024).Items.ShouldBeEmpty();
    }

    [Fact]
    public void tell_how_far_findings_challenge_to_heads_of_the_partnership_its_lead_and_those_with_a_summary()
    {
        var review = With([FindingKind.Strength]);
        Acting[] counting = [TheLead, TheHost, Holds("head", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, null))];
        foreach (var reader in counting) Quality([review], null, reader).Items[0].Challenge.ShouldNotBeNull();
        var auditor = Holds("auditor", new HeldCapacity(Capacity.Auditor, null, null, DateOnly.MinValue, null));
        var line = Quality([review], Nothing, auditor).Items.ShouldHaveSingleItem();
        (line.Challenge, line.Signs.Count).ShouldBe((null, 0));
        var released = With([FindingKind.Strength], then: new ReportReleased(Id, Triad, ReleaseId.New(), AudienceRing.Public, Extent.Summary, ReleasePurpose.PublicCelebration, HostHead, true, null, Visit.AddDays(20)));
        Quality([released], Nothing, auditor).Items[0].Challenge.ShouldNotBeNull();
    }

    [Fact]
    public void say_nothing_of_all_reviews_together_before_four_schools_hosted()
    {
        Urn[] hosts = [Ashdown, Birchwood, Cedars, Downlands];
        var reviews = hosts.Select(urn => With([FindingKind.Strength, FindingKind.ToDevelop]) with { Id = ReviewId.New(), HostUrn = urn }).ToList();
        Quality([.. reviews.Take(3)]).ChallengePercent.ShouldBeNull();
        Quality([.. reviews.Take(3), reviews[0] with { Id = ReviewId.New() }]).ChallengePercent.ShouldBeNull();
        Quality(reviews).ChallengePercent.ShouldBe(50);
    }

    [Fact]
    public void count_what_followed_by_workshop_and_check_in()
    {
        var review = Final().State;
        var (workshop, checkIn) = (Given.Facts<ImprovementWorkshop>(WorkshopIsDue).State, Given.Facts<CheckIn>(CheckInIsDue).State);
        FollowThrough.Of(null, null, WindowTo.AddDays(1)).ShouldBe(Nothing);
        FollowThrough.Of(workshop, checkIn, LastDay).ShouldBe(Nothing);
        FollowThrough.Of(workshop, checkIn, LastDay.AddDays(1)).ShouldBe(new(false, true, false, false));
        FollowThrough.Of(workshop, checkIn, WindowTo.AddDays(1)).ShouldBe(new(false, true, false, true));
        FollowThrough.Of(workshop.Apply(WorkshopWasHeld(review)), checkIn.Apply(CheckInWasHeld(review)), WindowTo.AddDays(1)).ShouldBe(Everything);
    }
}
