using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class A_picture_of_a_quadrant
{
    private static readonly PersonId Head = App.Person("head");

    private static ReviewCounted Review(int urn, ReviewState state = ReviewState.Finalised, AudienceRing? released = null, int? lastsFor = null, bool withdrawn = false, ImprovementArea area = ImprovementArea.Attendance, Extent extent = Extent.ThemesAnonymised)
    {
        var (id, partnership, release) = (ReviewId.New(), PartnershipId.New(), ReleaseId.New());
        return new(new(urn), new(id, partnership, null, new(urn), 2025, 1, ReviewModel.SppCycle, Ago(40), Ago(40), Head, null, Ago(60)), state,
            state < ReviewState.Finalised ? null : new ReportFinalised(id, partnership, 1, false, Ago(-2000), Ago(20)),
            released is { } ring ? [new ReportReleased(id, partnership, release, ring, extent, ReleasePurpose.PartnershipLearning, Head, false, lastsFor is { } days ? Ago(-days) : null, Ago(10))] : [],
            withdrawn ? [new ReleaseWithdrawn(id, partnership, release, new("why"), Ago(5))] : [],
            new EnquiryAgreed(id, partnership, new("?"), area, [new(1, new("line"))], new("why"), null, Ago(50)));
    }

    private static QuadrantPicture Of(params ReviewCounted[] reviews) => QuadrantPicture.Of(Quadrant.Mid, 2, reviews, Today);

    [Fact]
    public void counts_what_is_under_way_sealed_and_released_and_leaves_out_what_was_cancelled() =>
        Of(Review(990001, ReviewState.Visiting), Review(990002), Review(990003, released: AudienceRing.PartnershipHeads), Review(990004, released: AudienceRing.QuadrantAndBoard), Review(990005, ReviewState.Cancelled))
            .Years.ShouldBe([new ReviewsOfYear(2025, 1, 2, 1)]);

    [Fact]
    public void counts_a_release_only_while_it_lasts() =>
        Of(Review(990001, released: AudienceRing.QuadrantAndBoard, lastsFor: -1), Review(990002, released: AudienceRing.LaTrustDiocese, withdrawn: true), Review(990003, released: AudienceRing.LaTrustDiocese, lastsFor: 0))
            .Years.ShouldBe([new ReviewsOfYear(2025, 0, 2, 1)]);

    [Fact]
    public void tells_a_theme_from_four_schools_on_that_let_it_travel()
    {
        ReviewCounted[] three = [.. Enumerable.Range(990001, 3).Select(urn => Review(urn, released: AudienceRing.QuadrantAndBoard))];
        Of([.. three, Review(990004)]).Themes.ShouldBeEmpty();
        Of([.. three, Review(990003, released: AudienceRing.QuadrantAndBoard)]).Themes.ShouldBeEmpty();
        Of([.. three, Review(990004, released: AudienceRing.QuadrantAndBoard, area: ImprovementArea.Behaviour)]).Themes.ShouldBeEmpty();
        Of([.. three, Review(990004, released: AudienceRing.LaTrustDiocese, extent: Extent.FullReport)]).Themes.ShouldBe([new Theme(ImprovementArea.Attendance, 4)]);
    }

    [Fact]
    public void is_for_the_chair_of_that_quadrant_and_for_who_reads_everywhere()
    {
        Acting With(Capacity capacity, Quadrant? quadrant = null) => new(Head, [new(capacity, null, null, Ago(9), null, quadrant)], Today);
        QuadrantPicture.IsFor(With(Capacity.QuadrantChair, Quadrant.Mid), Quadrant.Mid).ShouldBeTrue();
        QuadrantPicture.IsFor(With(Capacity.QuadrantChair, Quadrant.West), Quadrant.Mid).ShouldBeFalse();
        QuadrantPicture.IsFor(With(Capacity.Analyst), Quadrant.Mid).ShouldBeTrue();
        QuadrantPicture.IsFor(With(Capacity.Headteacher), Quadrant.Mid).ShouldBeFalse();
    }
}
