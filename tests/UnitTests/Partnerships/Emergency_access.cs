using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Emergency_access
{
    private static readonly ConfidentialText Reason = new("A parent says a child is at risk and the head cannot be reached today.");
    private static readonly TakeEmergencyAccess Command = new(Reason, 180, Today);
    private static readonly Acting Auditor = Holder(Capacity.Auditor, "auditor");
    private static readonly EmergencyAccessTaken Taken = Command.Decide(EmergencyAccessId.New(), Ashdown, Auditor);

    private static Objection? Asked(TakeEmergencyAccess command, Acting? by = null, bool known = true, IReadOnlyList<HeldCapacity>? aside = null, Urn[]? line = null) =>
        command.Objection(Ashdown, known, line ?? [Ashdown], (by ?? Auditor) with { LaidAside = aside ?? [] });

    [Fact]
    public void by_an_auditor_or_a_data_steward_is_recorded()
    {
        Asked(Command).ShouldBeNull();
        Asked(Command, Holder(Capacity.DataSteward)).ShouldBeNull();
        Taken.ShouldBe(new(Taken.EmergencyAccessId, Ashdown, Auditor.Person, Capacity.Auditor, Reason, 180, Today));
    }

    [Theory]
    [InlineData(Capacity.Analyst), InlineData(Capacity.BoardMember), InlineData(Capacity.Headteacher), InlineData(Capacity.LaSchoolEffectivenessPartner)]
    public void XCT_4_by_anybody_else_is_refused(Capacity capacity) => Asked(Command, Holder(capacity)).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("XCT-4"), why => why.Status.ShouldBe(403));

    [Fact]
    public void XCT_4_by_somebody_who_heads_the_school_is_refused_even_when_they_lay_the_headship_aside()
    {
        HeldCapacity[] both = [.. Auditor.Held, new(Capacity.Headteacher, Ashdown, null, Ago(100), null)];
        Asked(Command, aside: both).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Asked(Command, aside: [new(Capacity.Headteacher, Downlands, null, Ago(100), null)], line: [Ashdown, Downlands]).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Asked(Command, aside: [new(Capacity.Headteacher, Ashdown, null, Ago(100), Ago(1))]).ShouldBeNull();
    }

    [Fact]
    public void to_a_school_the_register_does_not_know_is_unknown() => Asked(Command, known: false).ShouldBe(Objection.Unknown("urn"));

    [Theory]
    [InlineData(0), InlineData(49), InlineData(2001)]
    public void without_a_reason_long_enough_to_be_one_is_refused(int length) => Asked(Command with { Reason = new(new string('x', length)) }).ShouldNotBeNull().Field.ShouldBe("reason");

    [Fact]
    public void with_a_reason_of_fifty_characters_is_allowed() => Asked(Command with { Reason = new(new string('x', 50)) }).ShouldBeNull();

    [Theory]
    [InlineData(0), InlineData(181), InlineData(-1)]
    public void for_more_than_three_hours_or_for_none_is_refused(int minutes) => Asked(Command with { Minutes = minutes }).ShouldNotBeNull().Field.ShouldBe("minutes");

    [Fact]
    public void for_another_day_is_refused() => Asked(Command with { OccurredOn = Ago(1) }).ShouldNotBeNull().Field.ShouldBe("occurredOn");

    [Fact]
    public void while_one_of_theirs_to_the_school_is_open_is_refused()
    {
        Asked(Command, Auditor with { Emergencies = [new(Taken.EmergencyAccessId, Ashdown, DateTimeOffset.MaxValue)] }).ShouldNotBeNull().Field.ShouldBe("urn");
        Asked(Command, Auditor with { Emergencies = [new(Taken.EmergencyAccessId, Birchwood, DateTimeOffset.MaxValue)] }).ShouldBeNull();
    }

    [Fact]
    public void ends_so_many_minutes_after_it_was_recorded()
    {
        var at = new DateTimeOffset(2026, 7, 1, 13, 0, 0, TimeSpan.FromHours(1));
        EmergencyOpening.Of(Taken, at).ShouldSatisfyAllConditions(
            opening => opening.Until.ShouldBe(new(2026, 7, 1, 15, 0, 0, TimeSpan.Zero)), opening => opening.Until.Offset.ShouldBe(TimeSpan.Zero));
    }

    [Fact]
    public void is_acknowledged_once_by_the_head_of_the_school()
    {
        Acknowledging(Given.Facts<EmergencyAccesses>(Taken), Head(Ashdown)).Then(new EmergencyAccessAcknowledged(Taken.EmergencyAccessId, Ashdown, Today));
        var seen = Given.Facts<EmergencyAccesses>(Taken, new EmergencyAccessAcknowledged(Taken.EmergencyAccessId, Ashdown, Today));
        Acknowledging(seen, Head(Ashdown)).ThenObjection("input", "emergencyAccessId");
        Acknowledging(Given.Facts<EmergencyAccesses>(Taken with { EmergencyAccessId = EmergencyAccessId.New() }), Head(Ashdown)).ThenObjection("unknown");
        Acknowledging(Given.Facts<EmergencyAccesses>(Taken), Head(Downlands), Ashdown, Downlands).ThenAllowed();
    }

    [Fact]
    public void is_acknowledged_by_nobody_else()
    {
        Acknowledging(Given.Facts<EmergencyAccesses>(Taken), Auditor).ThenObjection("XCT-4").Status.ShouldBe(403);
        Acknowledging(Given.Facts<EmergencyAccesses>(Taken), Head(Downlands)).ThenObjection("unknown").Status.ShouldBe(404);
        Acknowledging(Given.Facts<EmergencyAccesses>(Taken), Stranger).ThenObjection("unknown");
    }

    private static When<EmergencyAccesses> Acknowledging(Given<EmergencyAccesses> given, Acting by, params Urn[] line)
    {
        var command = new AcknowledgeEmergencyAccess(Today);
        return given.When(accesses => command.Objection(Taken.EmergencyAccessId, accesses, line.Length == 0 ? [Ashdown] : line, by), accesses => command.Decide(Taken.EmergencyAccessId, accesses));
    }
}
