using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.History;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class What_a_school_holds
{
    [Fact]
    public void is_told_apart_by_the_year_of_a_self_review_whenever_it_was_shared()
    {
        foreach (var year in new[] { 2024, 2025 })
        {
            var id = SelfReviewId.Of(Ashdown, year);
            HeldThing.Of(new SelfReviewOpened(id, Ashdown, year, "essex-self-review", 1, new(year, 9, 20)))!.InWords().ShouldBe($"Self-review {AcademicYear.InWords(year)}");
            HeldThing.Of(new SelfReviewSharedWith(id, Ashdown, AudienceRing.ReviewTeam, new(2026, 10, 1)))!.InWords().ShouldBe($"Self-review {AcademicYear.InWords(year)}");
        }
        new HeldThing(Guid.NewGuid(), Ashdown, SealedThing.SelfReview, new(2026, 10, 1), AudienceRing.HostHead).InWords().ShouldBe("Self-review");
        new HeldThing(SelfReviewId.Of(Ashdown, 2025).Value, Ashdown, SealedThing.ImprovementPlan, new(2026, 10, 1), AudienceRing.HostHead).InWords().ShouldBe("Improvement plan");
    }
}
