using CsCheck;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.History;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Give_and_take
{
    private static readonly PartnershipId Id = PartnershipId.New();
    private static readonly Urn NewAshdown = new(990009);
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly PartnershipFormed Formed = new(
        Id, "Colne Valley", PartnershipKind.Triad, Quadrant.Mid, [District.Braintree], [Ashdown, Birchwood, Cedars], null, null, PersonId.New(), new(2024, 9, 1));

    private static readonly SchoolSucceeded Succeeded = new(Id, Ashdown, NewAshdown, SuccessionKind.Academisation, new(2026, 4, 1));

    /// <summary>A visit to a host by people of these schools, from a day for so many days.</summary>
    private static IEnumerable<object> Visit(Urn host, DateOnly from, int days, params (Urn? Home, TeamRole Role)[] sent)
    {
        var (review, people) = (ReviewId.New(), sent.Select(_ => PersonId.New()).ToList());
        yield return new ReviewPlanned(review, Id, null, host, 2025, 1, ReviewModel.LocalTriad, from, from, PersonId.New(), null, from.AddDays(-30));
        foreach (var (at, (home, role)) in sent.Index()) yield return new TeamMemberProposed(review, Id, people[at], home, role, null, from.AddDays(-20));
        yield return new TeamConfirmed(review, Id, people, people[0], from.AddDays(-10));
        yield return new VisitStarted(review, Id, people, from);
        if (days > 0) yield return new VisitEnded(review, Id, from.AddDays(days - 1));
    }

    private static GiveAndTakeView View(int? year, params IEnumerable<object> facts) => new(GiveAndTake.Of([Formed, .. facts]), year, SchoolNames.None, 1);

    [Fact]
    public void a_visit_is_hosted_by_one_and_given_by_the_others()
    {
        var view = View(null, Visit(Ashdown, Monday, 2, (Birchwood, TeamRole.Lead), (Birchwood, TeamRole.Reviewer), (Cedars, TeamRole.Reviewer)));
        view.Of(Ashdown).ShouldBe(new(ReviewsHosted: 1, QuarterDaysReceived: 24));
        view.Of(Birchwood).ShouldBe(new(ReviewsJoined: 1, ReviewersSupplied: 2, QuarterDaysGiven: 16));
        view.Of(Cedars).NetQuarterDays.ShouldBe(8);
        view.Pairs().Select(pair => (pair.Reviewing, pair.Host, pair.Visits, pair.QuarterDays)).ShouldBe([(Birchwood, Ashdown, 1, 16), (Cedars, Ashdown, 1, 8)]);
    }

    [Fact]
    public void nobody_gives_who_is_of_the_host_from_no_school_or_a_shadow() =>
        View(null, Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead), (Ashdown, TeamRole.HostPartner), (null, TeamRole.Facilitator), (Cedars, TeamRole.Shadow)))
            .Pairs().ShouldHaveSingleItem().QuarterDays.ShouldBe(4);

    [Fact]
    public void a_visit_counts_from_its_first_day_and_its_days_from_its_last()
    {
        View(null, Visit(Ashdown, Monday, 0, (Birchwood, TeamRole.Lead))).Of(Birchwood).ShouldBe(new(ReviewsJoined: 1, ReviewersSupplied: 1));
        View(null, Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead)).Where(fact => fact is not (VisitStarted or VisitEnded))).Lines().ShouldBeEmpty();
    }

    [Fact]
    public void a_visit_that_was_broken_off_counts_for_nobody()
    {
        object[] visit = [.. Visit(Ashdown, Monday, 0, (Birchwood, TeamRole.Lead))];
        View(null, [.. visit, new ReviewCancelled(((ReviewPlanned)visit[0]).ReviewId, Id, new("Snow."), Monday)]).Lines().ShouldBeEmpty();
        View(null, visit).Lines().ShouldNotBeEmpty();
    }

    [Fact]
    public void a_weekend_within_a_visit_is_no_day_of_it() =>
        View(null, Visit(Ashdown, new(2026, 3, 6), 4, (Birchwood, TeamRole.Lead))).Of(Birchwood).QuarterDaysGiven.ShouldBe(8);

    [Fact]
    public void somebody_who_did_not_come_gave_nothing_however_they_were_confirmed()
    {
        var facts = Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead), (Cedars, TeamRole.Reviewer)).Select(fact => fact is VisitStarted visit ? visit with { ReviewersPresent = [visit.ReviewersPresent[0]] } : fact);
        View(null, facts).Of(Cedars).ShouldBe(new());
    }

    [Fact]
    public void a_year_is_counted_by_itself()
    {
        IEnumerable<object> facts = [.. Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead)), .. Visit(Ashdown, new(2026, 10, 5), 1, (Cedars, TeamRole.Lead))];
        View(2025, facts).Pairs().ShouldHaveSingleItem().Reviewing.ShouldBe(Birchwood);
        View(2026, facts).Of(Ashdown).ReviewsHosted.ShouldBe(1);
        View(null, facts).Of(Ashdown).ReviewsHosted.ShouldBe(2);
        View(null, facts).Lines().Where(line => line.Urn == Ashdown).Select(line => line.AcademicYear).ShouldBe([2025, 2026]);
    }

    [Fact]
    public void what_a_school_did_counts_to_the_one_that_took_its_place_and_stays_in_its_own_row()
    {
        var view = View(null, [.. Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead)), Succeeded, .. Visit(NewAshdown, new(2026, 5, 11), 1, (Cedars, TeamRole.Lead))]);
        view.Of(NewAshdown).ReviewsHosted.ShouldBe(2);
        view.Of(Ashdown).ReviewsHosted.ShouldBe(1);
        view.Lines().Where(line => line.Urn == Ashdown).ShouldHaveSingleItem().CountedTo.ShouldBe(NewAshdown);
        view.Pairs().Select(pair => pair.Host).Distinct().ShouldBe([NewAshdown]);
    }

    [Fact]
    public void meetings_support_and_pooled_resources_are_counted()
    {
        var (offer, request) = (OfferId.New(), SupportRequestId.New());
        var view = View(null,
            new MeetingHeld(Id, Term.Spring, [new(Ashdown, Capacity.Headteacher, true), new(Birchwood, Capacity.Headteacher, false)], [], [], [], Monday),
            new CapacityOffered(offer, Id, ProviderKind.School, Birchwood, [ImprovementArea.Inclusion], 8, Monday, Monday.AddYears(1), Monday),
            new SupportRequested(request, Id, Cedars, ImprovementArea.Inclusion, new("x"), new("x"), Urgency.ThisTerm, RequestOrigin.SelfReferral, true, null, Monday),
            new MatchAccepted(request, Id, offer, PersonId.New(), Monday),
            new ResourcePooled(Id, PooledResourceId.New(), HardWiredArea.UseOfResources, new("x"), [new(Ashdown, 12_500, 90)], new("x"), Monday, null, Monday));
        view.Of(Ashdown).ShouldBe(new(MeetingsHeld: 1, MeetingsAttended: 1, PooledPence: 12_500, PooledMinutes: 90));
        view.Of(Birchwood).ShouldBe(new(MeetingsHeld: 1, SupportOffered: 1, SupportGiven: 1));
        view.Of(Cedars).ShouldBe(new(MeetingsHeld: 1, SupportReceived: 1));
    }

    [Fact]
    public void all_that_is_given_is_received() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 500], Gen.Int[0, 3]).Array[0, 12].Sample(visits =>
    {
        Urn[] schools = [Ashdown, Birchwood, Cedars];
        var view = View(null, [.. visits.SelectMany(visit => Visit(schools[visit.Item1], Monday.AddDays(visit.Item3), visit.Item4, (schools[visit.Item2], TeamRole.Lead))), Succeeded]);
        view.SchoolsToday.Sum(urn => view.Of(urn).NetQuarterDays).ShouldBe(0);
        view.SchoolsToday.Sum(urn => view.Of(urn).QuarterDaysGiven).ShouldBe(view.Pairs().Sum(pair => pair.QuarterDays));
    });

    [Fact]
    public void says_who_hosted_and_who_reviewed()
    {
        View(null, []).Message().ShouldBe("No school has been visited yet");
        View(null, [.. Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead)), .. Visit(Ashdown, Monday.AddDays(7), 1, (Cedars, TeamRole.Lead)), .. Visit(Cedars, Monday.AddDays(14), 1, (Ashdown, TeamRole.Lead))])
            .Message().ShouldBe("School 990001 has hosted twice and reviewed once");
        View(null, [.. Visit(Ashdown, Monday, 1, (Birchwood, TeamRole.Lead)), .. Visit(Birchwood, Monday, 1, (Ashdown, TeamRole.Lead))]).Message().ShouldBe("School 990003 has neither hosted nor reviewed yet");
    }
}
