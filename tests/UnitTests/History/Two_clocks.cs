using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.History;
using JasperFx.Events;
using CsCheck;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Two_clocks
{
    private static readonly PartnershipId Id = PartnershipId.New();
    private static readonly DateOnly Founded = new(2015, 9, 1);

    private static readonly PartnershipFormed Formed = new(
        Id, "Colne Valley", PartnershipKind.Triad, Quadrant.Mid, [District.Braintree], [new(990001), new(990002), new(990003)], null, null, PersonId.New(), Founded);

    private static StageConfirmed Confirmed(Stage stage, DateOnly on) => new(Id, stage, DecisionId.New(), on.AddYears(1), on);

    [Fact]
    public void include_the_whole_of_the_last_day_in_London()
    {
        var summer = new AsOf(null, new(2026, 6, 3));
        summer.WasKnown(new(2026, 6, 3, 22, 59, 59, TimeSpan.Zero)).ShouldBeTrue("23:59 in London");
        summer.WasKnown(new(2026, 6, 3, 23, 0, 0, TimeSpan.Zero)).ShouldBeFalse("midnight in London");
        var winter = new AsOf(new(2026, 1, 5), new(2026, 1, 5));
        winter.WasKnown(new(2026, 1, 5, 23, 59, 59, TimeSpan.Zero)).ShouldBeTrue();
        winter.HadHappened(new(2026, 1, 5)).ShouldBeTrue();
        winter.HadHappened(new(2026, 1, 6)).ShouldBeFalse();
        new AsOf(null, DateOnly.MaxValue).WasKnown(DateTimeOffset.UtcNow).ShouldBeTrue();
    }

    [Fact]
    public void explain_the_four_ways_to_look_at_a_late_entry()
    {
        // The stage was confirmed on 14 May and entered on 3 June.
        IEvent[] facts = [Formed.As(1, Founded), Confirmed(Stage.Collaboration, new(2016, 5, 14)).As(2, new(2016, 6, 3))];
        ReplayedPartnership Look(DateOnly? occurred, DateOnly? recorded) => ReplayedPartnership.Of(Id, facts, new(occurred, recorded), SchoolNames.None);

        Look(null, null).State!.Stage.ShouldBe(Stage.Collaboration);
        Look(new(2016, 5, 14), null).State!.Stage.ShouldBe(Stage.Collaboration);
        Look(new(2016, 5, 13), null).NotYetHappened.Facts.Single().Why.ShouldBe("Not yet happened: 14 May 2016.");
        var then = Look(new(2016, 5, 14), new(2016, 5, 14));
        then.State!.Stage.ShouldBe(Stage.Forming);
        then.NotYetKnown.Facts.Single().Why.ShouldBe("Not yet known: entered 3 June 2016.");
        then.Differences.ShouldBe([new("Stage", Change.Changed, "Forming since 1 September 2015", "Collaboration since 14 May 2016")]);
        Look(null, new(2016, 6, 3)).State!.Stage.ShouldBe(Stage.Collaboration);
        Look(new(2014, 1, 1), null).State.ShouldBeNull();
    }

    [Fact]
    public void both_open_replay_to_the_full_fold_whatever_happened() =>
        Gen.Int[0, FactTypes.OfPartnerships.Count - 1].List[0, 30].Sample(picks =>
        {
            IEvent[] facts = [Formed.As(1, Founded), .. picks.Select((pick, i) => Sample.Of(FactTypes.OfPartnerships[pick]).As(i + 2, new(2026, 3, 20)))];
            var replayed = ReplayedPartnership.Of(Id, facts, AsOf.Now, SchoolNames.None);
            var full = PartnershipAt.Of(facts.Select(e => e.Data)).Lines(SchoolNames.None);
            return replayed.Then.SequenceEqual(full) && replayed.Differences.Count == 0 && replayed.FactsCounted == facts.Length
                && replayed.NotYetHappened.Count == 0 && replayed.NotYetKnown.Count == 0;
        });

    [Fact]
    public void divide_the_facts_and_lose_none() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).List[0, 20]).Sample((occurred, recorded, days) =>
        {
            IEvent[] facts = [Formed.As(1, Founded), .. days.Select((day, i) => Confirmed(Stage.Collaboration, Founded.AddDays(day.Item1)).As(i + 2, Founded.AddDays(day.Item1 + day.Item2)))];
            var replayed = ReplayedPartnership.Of(Id, facts, new(Founded.AddDays(occurred), Founded.AddDays(recorded)), SchoolNames.None);
            return replayed.FactsCounted + replayed.NotYetHappened.Count + replayed.NotYetKnown.Count == facts.Length;
        });

    [Fact]
    public void give_the_bands_of_the_stages_in_the_order_they_happened()
    {
        var formed = Recorded.Entry(Formed);
        var later = Recorded.Entry(Confirmed(Stage.CoResponsibility, new(2018, 7, 1)), 2);
        var earlierEnteredLate = Recorded.Entry(Confirmed(Stage.Collaboration, new(2016, 5, 14)), 3, new(2019, 1, 1));

        StageBand.Of([formed, later, earlierEnteredLate]).ShouldBe([
            new(Stage.Forming, Founded, new(2016, 5, 13)), new(Stage.Collaboration, new(2016, 5, 14), new(2018, 6, 30)), new(Stage.CoResponsibility, new(2018, 7, 1), null)]);
        TimelineEntry[] entries = [formed, later, earlierEnteredLate];
        entries.Before(later).ShouldBe(Stage.Collaboration);
        entries.Before(earlierEnteredLate).ShouldBe(Stage.Forming);
        entries.Before(formed).ShouldBeNull();
        StageBand.Of([formed, Recorded.Entry(Confirmed(Stage.Collaboration, Founded), 2)]).ShouldBe([new(Stage.Collaboration, Founded, null)], "a stage that lasted no day has no band");
        StageBand.Of([]).ShouldBeEmpty();
    }
}
