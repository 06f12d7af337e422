using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Withdrawing_a_release
{
    private static readonly ReleaseId Release = ReleaseId.New();
    private static readonly ReportReleased Given =
        new(Id, Triad, Release, AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, HostHead, false, null, Visit.AddDays(10));
    private static readonly WithdrawRelease Command = new(new("The governors have read it."), Visit.AddDays(60));
    private static readonly ReportReleased Again = Given with { ReleaseId = ReleaseId.New(), OccurredOn = Visit.AddDays(60) };

    [Fact]
    public void by_the_host_head_is_recorded_once() =>
        Withdrawing(Final(Given)).Then(new ReleaseWithdrawn(Id, Triad, Release, Command.Why, Command.OccurredOn));

    [Fact]
    public void twice_is_refused() => Withdrawing(Final(Given, Command.Decide(Release, Final(Given).State))).ThenObjection("input", "releaseId");

    [Fact]
    public void that_was_never_given_is_unknown() => Withdrawing(Final()).ThenObjection("unknown", "releaseId");

    [Fact]
    public void before_it_was_given_is_refused() => Withdrawing(Final(Given), Command with { OccurredOn = Visit.AddDays(9) }).ThenObjection("input", "occurredOn");

    [Fact]
    public void on_a_day_on_which_others_still_read_by_it_is_refused() => Withdrawing(Final(Given), Command with { OccurredOn = Visit.AddDays(59) }).ThenObjection("input", "occurredOn");

    [Fact]
    public void without_a_word_why_is_refused() => Withdrawing(Final(Given), Command with { Why = new("") }).ThenObjection("input", "why");

    [Fact]
    public void IMP_12_by_anybody_else_is_refused()
    {
        Withdrawing(Final(Given), by: TheLead).ThenObjection("IMP-12").Status.ShouldBe(403);
        Withdrawing(Final(Given), by: TheLeadReviewer).ThenObjection("IMP-12").Status.ShouldBe(403);
        Withdrawing(Final(Given), by: Nobody).ThenObjection("unknown").Status.ShouldBe(404);
    }

    [Fact]
    public void IMP_12_and_giving_one_is_for_the_head_of_a_school_that_succeeded_the_host()
    {
        var head = Holds("new-head", new HeldCapacity(Capacity.Headteacher, Downlands, null, DateOnly.MinValue, null));
        var succeeded = Partnership().Apply(new SchoolSucceeded(Triad, Ashdown, Downlands, SuccessionKind.Academisation, Visit.AddDays(5)));
        Withdrawing(Final(Given), by: head, of: succeeded).ThenAllowed();
        Withdrawing(Final(Given), by: TheHost).ThenAllowed();
        var releasing = new ReleaseReport(AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, Visit.AddDays(10));
        releasing.Objection(Final().State, succeeded, head).ShouldBeNull();
        releasing.Objection(Final().State, Partnership(), head).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void closes_what_it_had_opened_and_lets_it_be_given_again()
    {
        var governor = Holds("chair", new HeldCapacity(Capacity.ChairOfGovernors, Ashdown, null, DateOnly.MinValue, null));
        var open = Final(Given).State;
        Released(open, governor).ShouldBe(Extent.Summary);
        var closed = open.Apply(Command.Decide(Release, open));
        Released(closed, governor).ShouldBeNull();
        new ReleaseReport(Given.Ring, Given.Extent, Given.Purpose, Again.OccurredOn).Objection(open, Partnership(), TheHost).ShouldNotBeNull().Field.ShouldBe("ring");
        new ReleaseReport(Given.Ring, Given.Extent, Given.Purpose, Again.OccurredOn).Objection(closed, Partnership(), TheHost).ShouldBeNull();
        Released(closed.Apply(Again), governor).ShouldBe(Extent.Summary);
    }

    private static Extent? Released(PeerReview review, Acting acting) => new Reader(acting).SightOf(review.SealIn(Partnership(), acting.Today)).Released;

    private static When<PeerReview> Withdrawing(Given<PeerReview> given, WithdrawRelease? command = null, Acting? by = null, ReviewingPartnership? of = null) => given.When(
        review => (command ?? Command).Objection(Release, review, of ?? Partnership(), by ?? TheHost), review => (command ?? Command).Decide(Release, review));
}
