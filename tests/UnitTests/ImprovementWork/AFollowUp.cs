using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What follows <see cref="AReview"/>: feedback is given on Tuesday 3 March 2026, the last day of the visit; fifteen school days later it is Tuesday 24 March.</summary>
internal static class AFollowUp
{
    public static readonly DateOnly Feedback = Visit.AddDays(1), LastDay = new(2026, 3, 24), WindowFrom = Feedback.AddDays(60), WindowTo = Feedback.AddDays(120);
    public static readonly Champion TheChampion = new(App.Person("champion"), Cedars);
    public static readonly WorkshopDue WorkshopIsDue = new(Id, Triad, Ashdown, LastDay, ReviewPolicy.Version, Feedback);
    public static readonly CheckInDue CheckInIsDue = new(Id, Triad, Ashdown, new(2026, 6, 1), WindowFrom, WindowTo, ReviewPolicy.Version, Feedback);

    public static FindingId FindingOf(PeerReview review) => review.Findings[0].FindingId;

    public static WorkshopHeld WorkshopWasHeld(PeerReview review) =>
        new(Id, Triad, [TheChampion.PersonId], [new(StaffRole.Teacher, 6)], [FindingOf(review)], [], [], 5, false, new(2026, 3, 10));

    public static CheckInHeld CheckInWasHeld(PeerReview review) => new(Id, Triad, LeadReviewer, [new(FindingOf(review), CheckInLevel.InPractice)], null, null, WindowFrom.AddDays(10));

    /// <summary>The whole review and its closing.</summary>
    public static PeerReview Closed() => Final(new ReviewClosed(Id, Triad, WindowTo)).State;

    public static AroundWorkshop Around(ImprovementWorkshop? workshop) => new(
        Partnership(), workshop, Schools(Ashdown, Birchwood, Cedars), HeadOf(Ashdown, HostHead), [Trained(TheChampion.PersonId, TrainedAs.ImprovementChampion)], LinkedSchools.None);

    public static TrainingRecord Trained(PersonId person, TrainedAs what, DateOnly? on = null) =>
        new(TrainingRecord.StreamOf(person), person, [new(Guid.NewGuid(), Triad, Cedars, what, on ?? Visit.AddYears(-1))]);

    public static HeadsOfSchool HeadOf(Urn urn, PersonId head) => Given.Facts<HeadsOfSchool>(new SchoolLeaderAppointed(urn, head, Capacity.Headteacher, null, Visit.AddYears(-1))).State;
}
