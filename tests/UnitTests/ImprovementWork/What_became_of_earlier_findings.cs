using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class What_became_of_earlier_findings
{
    private static readonly ReviewId EarlierId = ReviewId.New();
    private static readonly FindingAgreed Prior = Found(HostView.Agreed) with { ReviewId = EarlierId, Kind = FindingKind.ToDevelop };
    private static readonly FollowUpStatusSet Said = new(Id, Triad, Prior.FindingId, FollowUpStatus.Improved, [Walk], Visit.AddDays(1));

    /// <summary>The same school a year before, with other people on the team.</summary>
    private static readonly PeerReview Earlier = Given.Facts<PeerReview>([.. Facts.Select(fact => fact switch
    {
        ReviewPlanned planned => planned with { ReviewId = EarlierId },
        FindingAgreed => (object)Prior,
        TeamConfirmed confirmed => confirmed with { Members = [Facilitator] },
        _ => fact,
    })]).State;

    private static FollowUpOfReview Read(Acting reader, PeerReview later, PeerReview? earlier) => FollowUpOfReview.By(later, earlier, Partnership(), new(reader));

    [Fact]
    public void is_read_with_the_words_of_each_review_by_whoever_may_see_that_review()
    {
        var later = Before<FeedbackGiven>(Said).State;
        var host = Read(TheHost, later, Earlier);
        (host.Findings, host.LookedAt).ShouldBe((1, 1));
        var line = host.Items.ShouldHaveSingleItem();
        (line.Kind, line.Statement?.Value, line.Status).ShouldBe((FindingKind.ToDevelop, "Pupils ask each other why.", FollowUpStatus.Improved));

        // The lead reviewer is on the later team and was not on the earlier.
        var reviewer = Read(TheLeadReviewer, later, Earlier).Items.ShouldHaveSingleItem();
        (reviewer.Kind, reviewer.Statement, reviewer.Status).ShouldBe((null, null, FollowUpStatus.Improved));

        var lead = Read(TheLead, later, Earlier);
        (lead.Findings, lead.LookedAt, lead.Items.Count).ShouldBe((1, null, 0), "the lead knows how many, not which");
        Read(TheHost, later, null).Findings.ShouldBe(0);
    }

    [Fact]
    public void stays_with_the_later_reviews_own_circle_where_only_the_earlier_was_released()
    {
        var released = Earlier.Apply(new ReportReleased(EarlierId, Triad, ReleaseId.New(), AudienceRing.PartnershipHeads, Extent.FindingsOnly, ReleasePurpose.PartnershipLearning, HostHead, true, null, Visit.AddDays(10)));
        var line = Read(Holds("another-head", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, null)), Before<FeedbackGiven>(Said).State, released).Items.ShouldHaveSingleItem();
        (line.Kind, line.Status).ShouldBe((FindingKind.ToDevelop, null));
    }

    [Fact]
    public void stands_beside_what_the_host_lets_travel()
    {
        var practice = new PracticeOffered(Id, Triad, PracticeId.New(), FindingId.New(), Ashdown, new("Talk partners"), new("Two minutes before writing."), Capacity.Headteacher, Visit.AddDays(12));
        var later = Final(practice, new PracticeTakenUp(Id, Triad, practice.PracticeId, Cedars, Visit.AddDays(20))).State;
        var line = Read(TheLead, later, null).Practices.ShouldHaveSingleItem();
        (line.Title?.Value, line.OfferedBy).ShouldBe(("Talk partners", Ashdown));
        line.TakenUpBy.ShouldBe([Cedars]);
        Read(Holds("auditor", new HeldCapacity(Capacity.Auditor, null, null, DateOnly.MinValue, null)), later, null).Practices.ShouldHaveSingleItem().Title.ShouldBeNull("structure alone");
        Read(Nobody, later, null).Practices.ShouldBeEmpty();
    }
}
