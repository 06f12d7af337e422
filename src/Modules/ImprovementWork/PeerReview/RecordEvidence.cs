using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A reviewer records what was seen, under the line of enquiry it belongs to; what it means is settled later, together.</summary>
public sealed record RecordEvidence(
    EvidenceKind Kind, int Line, bool JointWithHost, ConfidentialText WhatWasSeen, PersonId ByPerson, DateOnly OccurredOn, int? PeopleCount = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting) =>
        review.NotRecordedFor(ByPerson, "byPerson", acting, partnership)
        ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, new("IMP-9", "Evidence is gathered on the visit, which has not begun."))
        ?? (!review.JudgedBy(ByPerson) ? new("IMP-9", "Evidence is gathered by reviewers and facilitators of the confirmed team.", "byPerson")
        : OccurredOn < review.VisitStartedOn ? new("IMP-9", "Evidence is gathered on the visit, not before it.", "occurredOn")
        : OccurredOn > Kind.LastDayIn(review, partnership, calendar) ? new("IMP-9", "Evidence is gathered on the visit; documents and data for five school days after it.", "occurredOn")
        : review.Enquiry!.LinesOfEnquiry.All(line => line.Number != Line) ? Contracts.Objection.Malformed("line", "The enquiry has no such line.")
        : PeopleCount is < 1 or > 10_000 ? Contracts.Objection.Malformed("peopleCount", "Between 1 and 10,000 people, or nothing where they cannot be counted.")
        : WhatWasSeen.NotBetween1And(4000, "whatWasSeen") ?? WhatWasSeen.NamesSomebody("whatWasSeen") ??
          (review.Evidence.Any(item => (item.Kind, item.Line, item.WhatWasSeen, item.ByPerson, item.OccurredOn) == (Kind, Line, WhatWasSeen, ByPerson, OccurredOn))
            ? Contracts.Objection.Malformed("whatWasSeen", "This is recorded already.") : null));

    public EvidenceRecorded Decide(EvidenceId id, PeerReview review) =>
        new(review.Id, review.PartnershipId, id, Kind, Line, JointWithHost, WhatWasSeen, ByPerson, PeopleCount, OccurredOn);
}

public static class DaysOfEvidence
{
    /// <summary>True for what is read and not seen: it may be looked at for some days after the visit.</summary>
    public static bool IsRead(this EvidenceKind kind) => kind is EvidenceKind.Document or EvidenceKind.DataAnalysis;

    /// <summary>The last day, inclusive, for evidence of this kind: the end of the visit, or of the longest visit its protocol allows while nobody has ended it (IMP-8); what is read, some school days more (IMP-9).</summary>
    public static DateOnly LastDayIn(this EvidenceKind kind, PeerReview review, ReviewingPartnership partnership, TermCalendar calendar)
    {
        var end = review.LastDayOfVisit(partnership);
        return kind.IsRead() ? calendar.After(end, ReviewPolicy.SchoolDaysToRead) : end;
    }

    public static DateOnly LastDayOfVisit(this PeerReview review, ReviewingPartnership partnership) => review.VisitEndedOn ?? review.VisitStartedOn!.Value.AddDays(partnership.LongestVisitOf(review) - 1);
}

public static class RecordEvidenceEndpoint
{
    public static async Task<(ReviewingPartnership, TermCalendar)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token));

    public static Objection? Validate(RecordEvidence command, PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting) =>
        command.Objection(review, partnership, calendar, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/evidence")]
    public static (Created<Begun<EvidenceId>>, Events) Post(RecordEvidence command, [WriteModel("reviewId")] PeerReview review)
    {
        var id = EvidenceId.New();
        return (TypedResults.Created($"/api/v1/reviews/{review.Id}", new Begun<EvidenceId>(id)), [command.Decide(id, review)]);
    }
}
