using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.IntelligenceGathering;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_self_review
{
    private static readonly DateOnly Day = Ago(10);
    private static readonly SelfReviewId Id = SelfReviewId.Of(Ashdown, AcademicYear.Of(Day));
    private static readonly SelfReviewOpened Opened = new(Id, Ashdown, AcademicYear.Of(Day), "essex", 1, Day);
    private static readonly AreaSelfEvaluated Bare = new(Id, Ashdown, ImprovementArea.Inclusion, new("Nearly there."), Confidence.Medium, [], null, null, Day);
    private static readonly AreaSelfEvaluated Evidenced = Bare with { Evidence = [new("Books of three classes.")] };
    private static readonly SelfReviewSubmitted Sent = new(Id, Ashdown, AcademicYear.Of(Day), Ago(5));
    private static readonly SchoolProfile School = Given.Facts<SchoolProfile>(new SchoolRegistered(Ashdown,
        new("Ashdown School", "881", null, null, null, null, "Secondary", "Open", new(2010, 9, 1), null, 11, 16, 900, null, null, null, null, null, null, null, null), "hash", Ago(400))).State;
    private static readonly Acting TheHead = Head(Ashdown), TheChair = TheHead with { Held = [new(Capacity.ChairOfGovernors, Ashdown, null, DateOnly.MinValue, null)] };

    private static readonly OpenSelfReview Open = new(AcademicYear.Of(Day), "essex", 1, Day);
    private static readonly EvaluateArea Evaluate = new(ImprovementArea.Inclusion, new("Nearly there."), Confidence.Medium, Day, [new("Books of three classes.")]);
    private static readonly SubmitSelfReview Submit = new(Ago(5));

    private static When<SelfReview> Submitting(params object[] facts) => Given.Facts<SelfReview>([Opened, .. facts]).When(review => Submit.Objection(Ashdown, review, TheHead), Submit.Decide);

    [Fact]
    public void is_begun_once_in_the_year_it_is_for()
    {
        Open.Objection(Ashdown, School, null, TheHead).ShouldBeNull();
        Open.Decide(Ashdown).ShouldBe(Opened with { FrameworkId = "essex" });
        Open.Objection(Ashdown, School, Given.Facts<SelfReview>(Opened).State, TheHead).ShouldNotBeNull().Field.ShouldBe("academicYear");
        (Open with { AcademicYear = 2001 }).Objection(Ashdown, School, null, TheHead).ShouldNotBeNull().Field.ShouldBe("academicYear");
        (Open with { FrameworkId = "a b" }).Objection(Ashdown, School, null, TheHead).ShouldNotBeNull().Field.ShouldBe("frameworkId");
        Open.Objection(Ashdown, null, null, TheHead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
    }

    [Fact]
    public void INT_9_is_written_by_the_leaders_of_the_school_alone()
    {
        Open.Objection(Ashdown, School, null, TheChair).ShouldBeNull();
        foreach (var other in new[] { Head(Birchwood), Stranger, Holder(Capacity.Auditor) })
        {
            Open.Objection(Ashdown, School, null, other).ShouldNotBeNull().ShouldBe(new("INT-9", "Only the leaders of a school write its self-review.", null, 403));
            Submit.Objection(Ashdown, null, other).ShouldNotBeNull().Rule.ShouldBe("INT-9");
        }
        Submit.Objection(Ashdown, Given.Facts<SelfReview>(Opened, Evidenced).State, TheChair).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
    }

    [Fact]
    public void INT_8_is_not_submitted_with_an_area_that_nothing_shows()
    {
        Submitting().ThenObjection("INT-8");
        Submitting(Evidenced, Bare with { Area = ImprovementArea.Attendance }).ThenObjection("INT-8");
        Submitting(Evidenced).Then(Sent);
        Submitting(Bare, Evidenced).ThenAllowed();
    }

    [Fact]
    public void is_written_on_and_submitted_again()
    {
        Given.Facts<SelfReview>(Opened).When(review => Evaluate.Objection(Ashdown, review, TheHead), Evaluate.Decide).Then<AreaSelfEvaluated>(fact => fact.Area.ShouldBe(ImprovementArea.Inclusion));
        Submitting(Evidenced, Sent).ThenObjection("input");
        var later = Evidenced with { Judgement = new("There."), OccurredOn = Ago(5) };
        var again = Submitting(Evidenced, Sent, later).Then(Sent);
        (again.Submitted!.Areas.Single().Judgement.Value, again.Areas.Count).ShouldBe(("There.", 1));
    }

    [Fact]
    public void goes_to_peers_when_its_head_says_so_and_no_further()
    {
        ShareSelfReview share = new(AudienceRing.PeerGroupHeads, Ago(4));
        When<SelfReview> Sharing(ShareSelfReview command, params object[] facts) => Given.Facts<SelfReview>([Opened, Evidenced, .. facts]).When(review => command.Objection(Ashdown, review, TheHead), command.Decide);
        Sharing(share).ThenObjection("input", "ring");
        Sharing(share, Sent).Then(new SelfReviewSharedWith(Id, Ashdown, AudienceRing.PeerGroupHeads, Ago(4)));
        Sharing(share with { Ring = AudienceRing.LaTrustDiocese }, Sent).ThenObjection("input", "ring");
        Sharing(share with { Ring = AudienceRing.HostHead }, Sent).ThenObjection("input", "ring");
    }
}
