using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_safeguarding_referral
{
    private static readonly Acting HostLeads = Holds("host-head",
        new HeldCapacity(Capacity.Headteacher, Ashdown, null, DateOnly.MinValue, null), new HeldCapacity(Capacity.PartnershipLead, null, Triad, DateOnly.MinValue, null));

    [Fact]
    public void to_the_head_is_known_to_the_head_the_recorder_and_the_lead()
    {
        new[] { TheHost, TheLead, Holds("reviewer") }.ShouldAllBe(reader => SeenBy(reader, SafeguardingRecipient.Headteacher)!.Count == 1);
        new[] { TheLeadReviewer, Holds("facilitator"), With(Capacity.Auditor), With(Capacity.DataSteward), With(Capacity.BoardMember) }
            .ShouldAllBe(reader => SeenBy(reader, SafeguardingRecipient.Headteacher) == null);
    }

    [Fact]
    public void past_the_head_is_not_known_to_the_head_not_even_as_lead()
    {
        new[] { TheHost, HostLeads, TheLeadReviewer }.ShouldAllBe(reader => SeenBy(reader, SafeguardingRecipient.Lado) == null);
        new[] { TheLead, Holds("reviewer") }.ShouldAllBe(reader => SeenBy(reader, SafeguardingRecipient.Lado)!.Count == 1);
    }

    [Fact]
    public void past_the_head_stands_in_no_ledger_of_the_school_and_opens_by_no_emergency_access_to_it()
    {
        var reader = new Reader(TheLead);
        // Of a review that is only planned the lead reads no text, so that the one reading is of the referral.
        Read(reader, SafeguardingRecipient.Lado, Given.Facts<PeerReview>(Planned).State).Safeguarding.ShouldNotBeNull();
        reader.Readings.ShouldHaveSingleItem().OwnerUrn.ShouldBeNull();
        var auditor = With(Capacity.Auditor) with { Emergencies = [new(EmergencyAccessId.New(), Ashdown, DateTimeOffset.MaxValue)] };
        SeenBy(auditor, SafeguardingRecipient.Headteacher).ShouldNotBeNull();
        SeenBy(auditor, SafeguardingRecipient.Lado).ShouldBeNull();
    }

    [Fact]
    public void is_refused_a_second_time_to_whoever_recorded_it_and_tells_nobody_else_that_it_was()
    {
        var command = new ReferSafeguarding(SafeguardingRecipient.Lado, true, Visit);
        IReadOnlyList<Referral> known = [new(new(Id, Triad, SafeguardingRecipient.Lado, true, Visit), Reviewer)];
        command.Objection(Before<VisitEnded>().State, Partnership(), Holds("reviewer"), known).ShouldNotBeNull().Field.ShouldBe("to");
        command.Objection(Before<VisitEnded>().State, Partnership(), HostLeads, known).ShouldBeNull();
    }

    private static IReadOnlyList<ReferralAsSeen>? SeenBy(Acting reader, SafeguardingRecipient to) => Read(new(reader), to).Safeguarding;

    private static ReviewAsSeen Read(Reader reader, SafeguardingRecipient to, PeerReview? review = null) => ReviewAsSeen.By(
        review ?? Before<VisitEnded>().State, Partnership(), reader, [new(new(Id, Triad, to, true, Visit), Reviewer)]).ShouldNotBeNull();

    private static Acting With(Capacity capacity) => Holds($"{capacity}", new HeldCapacity(capacity, null, null, DateOnly.MinValue, null));
}
