using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Training_for_peer_review
{
    private static readonly DateOnly Day = new(2026, 1, 15);
    private static readonly RecordTraining Command = new(Reviewer, Cedars, TrainedAs.PeerReviewer, Day);
    private static readonly Acting Steward = Holds("steward", new HeldCapacity(Capacity.DataSteward, null, null, DateOnly.MinValue, null));

    /// <summary>The record of somebody at Cedars who completed one training.</summary>
    internal static TrainingRecord Of(PersonId person, DateOnly on, TrainedAs what = TrainedAs.PeerReviewer) => Given.Facts<TrainingRecord>(Completed(person, on, what).As(1, on)).State;

    /// <summary>The same, taken back.</summary>
    internal static TrainingRecord Withdrawn(PersonId person, DateOnly on) =>
        Of(person, on).Apply(new TrainingWithdrawn(Triad, person, Of(person, on).Trainings[0].EventId, TrainedAs.PeerReviewer, on, new("Somebody else."), on.AddDays(1)));

    [Fact]
    public void is_recorded_by_the_lead_or_a_data_steward()
    {
        Objection(Command, by: TheLead).ShouldBeNull();
        Objection(Command, by: Steward).ShouldBeNull();
        Command.Decide(Triad).ShouldBe(new(Triad, Reviewer, Cedars, TrainedAs.PeerReviewer, Day));
        Objection(Command, by: TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Objection(Command, by: Nobody).ShouldNotBeNull().Status.ShouldBe(404);
        Command.Objection(null, Schools(Cedars), null, Steward).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void is_recorded_once_for_each_kind_and_day()
    {
        Objection(Command, Of(Reviewer, Day)).ShouldNotBeNull().Field.ShouldBe("occurredOn");
        Objection(Command with { TrainedAs = TrainedAs.LeadReviewer }, Of(Reviewer, Day)).ShouldBeNull();
        Objection(Command, Withdrawn(Reviewer, Day)).ShouldBeNull("what was withdrawn may be recorded again");
    }

    [Fact]
    public void XCT_8_is_of_somebody_at_a_school_that_was_a_member_and_open()
    {
        Objection(Command with { HomeUrn = Downlands }).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("XCT-8"), why => why.Field.ShouldBe("homeUrn"));
        Command.Objection(Partnership(), Schools(Ashdown), null, TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
        Objection(Command with { OccurredOn = Visit.AddYears(-1).AddDays(-1) }).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
        Objection(Command with { OccurredOn = Visit.AddYears(-1) }).ShouldBeNull();
    }

    [Fact]
    public void is_taken_back_by_the_partnership_that_recorded_it()
    {
        var record = Of(Reviewer, Day);
        var command = new WithdrawTraining(Reviewer, record.Trainings[0].EventId, new("It was somebody else."), Day.AddDays(9));
        new Given<TrainingRecord>(record).When(state => command.Objection(Partnership(), state, TheLead), state => command.Decide(Triad, state))
            .Then(new TrainingWithdrawn(Triad, Reviewer, command.WithdrawsEventId, TrainedAs.PeerReviewer, Day, command.Reason, Day.AddDays(9))).Trainings.ShouldHaveSingleItem().Withdrawn.ShouldBeTrue();
        command.Objection(Partnership(), record, TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        command.Objection(Partnership(), null, TheLead).ShouldNotBeNull().Field.ShouldBe("withdrawsEventId");
        (command with { WithdrawsEventId = Guid.NewGuid() }).Objection(Partnership(), record, TheLead).ShouldNotBeNull().Status.ShouldBe(404);
        (command with { OccurredOn = Day.AddDays(-1) }).Objection(Partnership(), record, TheLead).ShouldNotBeNull().Field.ShouldBe("occurredOn");
        (command with { Reason = new(" ") }).Objection(Partnership(), record, TheLead).ShouldNotBeNull().Field.ShouldBe("reason");
        var another = Given.Facts<TrainingRecord>((Completed(Reviewer, Day) with { PartnershipId = PartnershipId.New() }).As(1, Day)).State;
        command.Objection(Partnership(), another, TheLead).ShouldNotBeNull().Status.ShouldBe(404, "each partnership takes back what it recorded itself");
    }

    [Fact]
    public void counts_for_36_months_and_a_lead_reviewer_s_as_a_reviewer_s_too()
    {
        var record = Of(Reviewer, Day, TrainedAs.LeadReviewer);
        record.CountsAs(TrainedAs.LeadReviewer, Day.AddDays(-1)).ShouldBeFalse();
        foreach (var what in new[] { TrainedAs.LeadReviewer, TrainedAs.PeerReviewer })
        {
            record.CountsAs(what, Day).ShouldBeTrue();
            record.CountsAs(what, Day.AddMonths(36)).ShouldBeTrue();
            record.CountsAs(what, Day.AddMonths(36).AddDays(1)).ShouldBeFalse();
        }
        record.CountsAs(TrainedAs.ImprovementChampion, Day).ShouldBeFalse();
        Of(Reviewer, Day).CountsAs(TrainedAs.LeadReviewer, Day).ShouldBeFalse("who reviews has not learnt to lead");
        Withdrawn(Reviewer, Day).CountsAs(TrainedAs.PeerReviewer, Day).ShouldBeFalse();
        record.Apply((JasperFx.Events.IEvent<TrainingCompleted>)(Completed(Reviewer, Day.AddYears(2)) with { HomeUrn = Birchwood }).As(2, Day)).ShouldSatisfyAllConditions(
            both => both.CountsAs(TrainedAs.PeerReviewer, Day.AddYears(4)).ShouldBeTrue("the later one goes on"),
            both => both.CountsAs(TrainedAs.LeadReviewer, Day.AddYears(4)).ShouldBeFalse(),
            both => both.HomeOn(Day.AddYears(1)).ShouldBe(Cedars), both => both.HomeOn(Day.AddYears(2)).ShouldBe(Birchwood), both => both.HomeOn(Day.AddDays(-1)).ShouldBeNull());
    }

    [Fact]
    public void covers_a_partnership_with_a_reviewer_at_every_school_and_a_champion_for_every_four()
    {
        var (reviewer, old) = (Of(Reviewer, Day), Of(LeadReviewer, Day.AddYears(-4), TrainedAs.LeadReviewer));
        var champion = Of(Facilitator, Day, TrainedAs.ImprovementChampion);
        Cover([reviewer], [champion], [Of(Outsider, Day)], [Of(HostHead, Day)]).ShouldBe(new(4, 3, 1, 1, false));
        Cover([reviewer, champion], [Of(LeadReviewer, Day, TrainedAs.LeadReviewer)], [Of(Outsider, Day)], [Of(HostHead, Day)]).ShouldBe(new(4, 4, 1, 1, true));
        Cover([reviewer, champion], [old]).ShouldBe(new(2, 1, 1, 1, false), "what has run out covers nothing");
        Cover([reviewer, champion], [reviewer], [reviewer], [reviewer], [reviewer]).ShouldBe(new(5, 5, 1, 2, false));
        Cover().ShouldBe(new(0, 0, 0, 0, false));
    }

    [Fact]
    public void is_listed_with_its_last_day_even_when_that_has_gone()
    {
        var line = Trained([Of(Reviewer, Day.AddYears(-4))]).Lines().ShouldHaveSingleItem();
        (line.Reviewers, line.Trained!.TrainedOn, line.Trained.CountsUntil, line.Trained.Counts).ShouldBe((0, Day.AddYears(-4), Day.AddYears(-1), false));
        Trained([[]]).Lines().ShouldHaveSingleItem().Trained.ShouldBeNull("a school without anybody still has its line");
        Trained([Withdrawn(Reviewer, Day)]).Lines().ShouldHaveSingleItem().Trained.ShouldBeNull();
    }

    private static CoverOfTraining Cover(params TrainingRecord[][] schools) => Trained(schools).Cover;

    private static TrainedReviewers Trained(params TrainingRecord[][] schools) =>
        TrainedReviewers.Of(Triad, Day, [.. schools.Select((records, at) => (new Urn(990001 + at), (string?)null, records.AsEnumerable()))], new([]));

    private static TrainingCompleted Completed(PersonId person, DateOnly on, TrainedAs what = TrainedAs.PeerReviewer) => new(Triad, person, Cedars, what, on);

    private static Objection? Objection(RecordTraining command, TrainingRecord? record = null, Acting? by = null) =>
        command.Objection(Partnership(), Schools(Ashdown, Cedars, Downlands), record, by ?? TheLead);
}
