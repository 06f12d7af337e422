using System.Text.Json.Serialization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a review waits for next.</summary>
public enum NextStep
{
    /// <summary>The visit.</summary>
    Visit,
    /// <summary>The host head's answer to the draft.</summary>
    AnswerToDraft,
    /// <summary>The improvement workshop.</summary>
    Workshop,
    /// <summary>The check-in.</summary>
    CheckIn,
    /// <summary>To be closed: workshop and check-in were held.</summary>
    Closing,
}

/// <summary>One review on the board.</summary>
/// <param name="Id">The review.</param>
/// <param name="HostUrn">The host.</param>
/// <param name="School">Its name in the register; null when the register is silent.</param>
/// <param name="Round">The round.</param>
/// <param name="AcademicYear">The year the academic year of the visit begins.</param>
/// <param name="State">How far it has come.</param>
/// <param name="PlannedFrom">First planned day of the visit, inclusive.</param>
/// <param name="PlannedTo">Last planned day, inclusive.</param>
/// <param name="VisitedFrom">The day the visit began; null before.</param>
/// <param name="VisitedTo">The day it ended; null before.</param>
/// <param name="Next">What it waits for next; null when nothing is outstanding.</param>
/// <param name="DueOn">Last day for that, inclusive; null for what has none.</param>
/// <param name="OverdueSchoolDays">How many school days that day is past; 0 when it is not.</param>
/// <param name="WorkshopHeldOn">The day of the workshop.</param>
/// <param name="CheckInDueOn">The day the check-in is due.</param>
/// <param name="CheckInHeldOn">The day of the last check-in.</param>
/// <param name="CheckInMissedOn">The day on which a check-in that nobody held was taken as missed; null when it was held, late or not.</param>
public sealed record ReviewOnBoard(
    ReviewId Id, Urn HostUrn, string? School, int Round, int AcademicYear, ReviewState State, DateOnly PlannedFrom, DateOnly PlannedTo, DateOnly? VisitedFrom, DateOnly? VisitedTo, NextStep? Next, DateOnly? DueOn, int OverdueSchoolDays,
    DateOnly? WorkshopHeldOn, DateOnly? CheckInDueOn, DateOnly? CheckInHeldOn, DateOnly? CheckInMissedOn)
{
    internal static ReviewOnBoard Of(PeerReview review, string? school, ImprovementWorkshop? workshop, CheckIn? checkIn, TermCalendar calendar, DateOnly today)
    {
        var held = checkIn?.Held.Count > 0 ? checkIn.Held.Max(one => one.OccurredOn) : (DateOnly?)null;
        (NextStep Step, DateOnly? Due)? next = review.State switch
        {
            ReviewState.Closed or ReviewState.Cancelled => null,
            < ReviewState.Visiting => (NextStep.Visit, review.Plan.PlannedFrom),
            ReviewState.Drafted => (NextStep.AnswerToDraft, review.LastDayToAnswer(calendar)),
            _ when review.Feedback is not null && workshop?.Held is null => (NextStep.Workshop, workshop?.Due?.By),
            _ when review.Feedback is not null && held is null => (NextStep.CheckIn, checkIn?.Due?.On),
            ReviewState.Finalised => (NextStep.Closing, null),
            _ => null,
        };
        return new(
            review.Id, review.HostUrn, school, review.Plan.Round, review.Plan.AcademicYear, review.State, review.Plan.PlannedFrom, review.Plan.PlannedTo, review.VisitStartedOn, review.VisitEndedOn, next?.Step, next?.Due,
            next?.Due is { } due ? calendar.Between(due, today) : 0, workshop?.Held?.OccurredOn, checkIn?.Due?.On, held, held is null ? checkIn?.Missed?.OccurredOn : null);
    }

    /// <summary>What comes next, by when, and how late it is: "The check-in by 3 March 2026, 2 school days overdue".</summary>
    /// <param name="ofHostHead">True for whoever heads the host: what waits for them is told as theirs.</param>
    public string NextInWords(bool ofHostHead = false) => Next is not { } next ? "Nothing" : (ofHostHead && next == NextStep.AnswerToDraft ? "Your answer to the draft" : Of(next)) + (DueOn is { } due ? $" by {When.InWords(due)}" : "") + OverdueSchoolDays switch
    {
        0 => "",
        1 => ", 1 school day overdue",
        var days => $", {days} school days overdue",
    };

    /// <summary>The days of the visit: as they were once it began, as planned before.</summary>
    public string VisitInWords() => VisitedFrom is not { } from ? When.InWords(PlannedFrom, PlannedTo) : VisitedTo is { } to ? When.InWords(from, to) : $"{(State == ReviewState.Cancelled ? "Began on" : "Since")} {When.InWords(from)}";

    private static string Of(NextStep step) => step switch
    {
        NextStep.Visit => "The visit",
        NextStep.AnswerToDraft => "The host head's answer to the draft",
        NextStep.Workshop => "The improvement workshop",
        NextStep.CheckIn => "The check-in",
        _ => "To be closed",
    };
}

/// <summary>The reviews of a partnership that a reader may know of, by their first planned day, and what each waits for.</summary>
public sealed record ReviewBoard(PartnershipId PartnershipId, IReadOnlyList<ReviewOnBoard> Reviews)
{
    /// <summary>The partnership's name, for the page.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";

    /// <summary>True for whoever plans its reviews, for the page.</summary>
    [JsonIgnore]
    public bool MayPlan { get; init; }

    /// <summary>Null when the reader may know neither of the partnership nor of one of its reviews. As many round trips as there are kinds of things, however many reviews there are.</summary>
    public static async Task<ReviewBoard?> ReadAsync(PartnershipId id, IQuerySession session, Reader reader, CancellationToken token)
    {
        if (await ReviewingPartnership.FindAsync(id, session, token) is not { } partnership) return null;
        var batch = session.CreateBatchQuery();
        var (reviews, workshops, checkIns) = (batch.Query<PeerReview>().Where(review => review.PartnershipId == id).ToList(), batch.Query<ImprovementWorkshop>().Where(one => one.PartnershipId == id).ToList(),
            batch.Query<CheckIn>().Where(one => one.PartnershipId == id).ToList());
        await batch.Execute(token);
        var known = (await reviews).Where(review => review.ExistsFor(reader, partnership)).OrderBy(review => review.Plan.PlannedFrom).ThenBy(review => review.Id.Value).ToList();
        if (known.Count == 0 && !partnership.MayBeKnownTo(reader.Acting)) return null;
        var schools = (await SchoolInReview.AllAsync(known.Select(review => review.HostUrn), session, token)).ToDictionary(school => school.Urn, school => school.Name);
        var (held, looked, calendar) = ((await workshops).ToDictionary(one => one.ReviewId), (await checkIns).ToDictionary(one => one.ReviewId), await Calendar.ReadAsync(session, token));
        return new(id, [.. known.Select(review => ReviewOnBoard.Of(
            review, schools.GetValueOrDefault(review.HostUrn), held.GetValueOrDefault(review.Id), looked.GetValueOrDefault(review.Id), calendar, reader.Acting.Today))]) { Name = partnership.Name, MayPlan = reader.Acting.Leads(id) };
    }
}
