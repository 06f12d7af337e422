using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The lead records that the schools met, who came and what was talked about, so that meeting is a habit that can be seen.</summary>
public sealed record RecordMeeting(
    Term Term, IReadOnlyList<Attendance> Attendance, IReadOnlyList<ConfidentialText> Matters, IReadOnlyList<IssueId> IssuesRaised, IReadOnlyList<DecisionId> DecisionsReferred,
    DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, TermCalendar calendar, ReferredDecisions decisions, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (calendar.Around(OccurredOn).All(term => term.Term != Term) ? Contracts.Objection.Malformed("term", $"{OccurredOn:d MMMM yyyy} is not in or near the {Words.Of(Term)} term.")
        : !Attendance.Any(attendance => attendance.Present) ? Contracts.Objection.Malformed("attendance", "Somebody came to a meeting.")
        : Attendance.DistinctBy(attendance => (attendance.Urn, attendance.Capacity)).Count() != Attendance.Count
            ? Contracts.Objection.Malformed("attendance", "A school is named once in each capacity.")
        : Matters.Count > 30 ? Contracts.Objection.Malformed("matters", "At most 30 matters.")
        : IssuesRaised.Distinct().Count() != IssuesRaised.Count || IssuesRaised.Any(id => partnership.Work.Issues.All(issue => issue.Id != id))
            ? Contracts.Objection.Malformed("issuesRaised", "An issue is recorded before the meeting names it, once.")
        : DecisionsReferred.Distinct().Count() != DecisionsReferred.Count || DecisionsReferred.Except(decisions.Known).Any()
            ? Contracts.Objection.Malformed("decisionsReferred", "A decision of this partnership is opened before the meeting names it, once.")
        : partnership.Work.Meetings.Contains(new(OccurredOn, Term)) ? Contracts.Objection.Malformed("occurredOn", "A meeting on this day is recorded already.")
        : Matters.Select(matter => matter.NotBetween1And(500, "matters")).FirstOrDefault(objection => objection is not null))
        ?? partnership.NotMembersOn(OccurredOn, Attendance.Select(attendance => attendance.Urn), "attendance");

    public MeetingHeld Decide(Partnership partnership) => new(partnership.Id, Term, Attendance, Matters, IssuesRaised, DecisionsReferred, OccurredOn);
}

/// <summary>Those of the named decisions that concern this partnership, as Evaluation's facts tell.</summary>
public sealed record ReferredDecisions(IReadOnlyList<DecisionId> Known)
{
    public static async Task<ReferredDecisions> AmongAsync(IReadOnlyList<DecisionId> named, PartnershipId partnership, IQuerySession session, CancellationToken token)
    {
        if (named.Count == 0) return new([]);
        var streams = named.Select(decision => decision.Value).ToArray();
        var opened = await session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(DecisionOpened))).ToListAsync(token);
        return new([.. opened.Select(e => (DecisionOpened)e.Data).Where(decision => decision.PartnershipId == partnership).Select(decision => decision.DecisionId)]);
    }
}

public static class RecordMeetingEndpoint
{
    public static async Task<(TermCalendar, ReferredDecisions)> LoadAsync(RecordMeeting command, PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        (await SchoolTerms.ReadAsync(session, token), await ReferredDecisions.AmongAsync(command.DecisionsReferred, partnershipId, session, token));

    public static Objection? Validate(RecordMeeting command, Partnership partnership, TermCalendar calendar, ReferredDecisions decisions, Acting acting) => command.Objection(partnership, calendar, decisions, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/meetings")]
    public static (Recorded, Events) Post(RecordMeeting command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
