using System.Text.RegularExpressions;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Staff of the host chose what to work on, with a champion from another school. A late workshop is told as late and never refused: it is better than none.</summary>
public sealed partial record HoldWorkshop(
    IReadOnlyList<Champion> Champions, IReadOnlyList<PeopleByRole> Attendance, IReadOnlyList<FindingId> PrioritiesChosen, IReadOnlyList<ConfidentialText> Hypotheses,
    IReadOnlyList<string> ResearchRefs, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, AroundWorkshop around, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, around.Partnership)
        ?? review.NotFollowedUpOn(this)
        ?? (around.Workshop?.Held is not null ? Contracts.Objection.Malformed("occurredOn", "The workshop of this review is recorded already.")
        : Attendance.Count == 0 || Attendance.DistinctBy(people => people.Role).Count() != Attendance.Count || Attendance.Any(people => people.Count is < 1 or > 1000)
            ? Contracts.Objection.Malformed("attendance", "Say how many of each role came, between 1 and 1,000, each role once.")
        : review.Plan.Round >= ReviewPolicy.TeachersFromRound && !WithTeachers(Attendance)
            ? new("IMP-20", $"From round {ReviewPolicy.TeachersFromRound} of a partnership on, a middle leader or teacher takes part in the workshop.", "attendance")
        : ResearchRefs.Count > 20 || ResearchRefs.Any(reference => !Reference().IsMatch(reference)) ? Contracts.Objection.Malformed("researchRefs", "A reference is a DOI or a web address; up to 20 of them.")
        : Hypotheses.Count > 20 ? Contracts.Objection.Malformed("hypotheses", "Up to 20 hypotheses."): null)
        ?? Champions.NotFit(review, around, OccurredOn)
        ?? review.NotFindings(PrioritiesChosen, "prioritiesChosen")
        ?? Hypotheses.Select(text => text.NotBetween1And(2000, "hypotheses") ?? text.NamesSomebody("hypotheses")).FirstOrDefault(objection => objection is not null);

    public WorkshopHeld Decide(PeerReview review, ReviewingPartnership partnership, TermCalendar calendar) => new(
        review.Id, review.PartnershipId, [.. Champions.Select(champion => champion.PersonId)], Attendance, PrioritiesChosen, Hypotheses, ResearchRefs,
        calendar.Between(review.Feedback!.OccurredOn, OccurredOn), OccurredOn > review.LastDayForWorkshop(review.Feedback.OccurredOn, partnership, calendar), OccurredOn);

    /// <summary>True when somebody came who teaches or leads in the middle: heads alone do not change classrooms (IMP-20).</summary>
    public static bool WithTeachers(IEnumerable<PeopleByRole> attendance) => attendance.Any(people => people.Role is StaffRole.MiddleLeader or StaffRole.Teacher);

    [GeneratedRegex(@"\A(https?://\S{1,300}|10\.\d{4,9}/\S{1,200})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

public static class HoldWorkshopEndpoint
{
    public static async Task<(AroundWorkshop, TermCalendar)> LoadAsync(HoldWorkshop command, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await AroundWorkshop.OfAsync(review, command.Champions, command.OccurredOn, session, token), await Calendar.ReadAsync(session, token));

    public static Objection? Validate(HoldWorkshop command, PeerReview review, AroundWorkshop around, Acting acting) => command.Objection(review, around, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/workshop")]
    public static Recorded Post(HoldWorkshop command, [ReadModel("reviewId")] PeerReview review, AroundWorkshop around, TermCalendar calendar, IDocumentSession session) =>
        session.Tell<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), around.Version, command.Decide(review, around.Partnership, calendar));
}
