using System.Text;
using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

public static class ReadReviewBoardEndpoint
{
    public static Task<ReviewBoard?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Reader reader, CancellationToken token) => ReviewBoard.ReadAsync(partnershipId, session, reader, token);

    public static Objection? Validate(ReviewBoard? board) => board is null ? Objection.Unknown("partnershipId") : null;

    /// <summary>The review board of a partnership: each review with its state, what it waits for next and how many school days that is overdue.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/review-board")]
    public static Results<Ok<ReviewBoard>, Csv<ReviewOnBoard>> Get([NotBody] ReviewBoard board, string? format, HttpContext http) =>
        http.Request.AsksForCsv(format) ? new Csv<ReviewOnBoard>("review-board", board.Reviews) : TypedResults.Ok(board);
}

public static class ReadReviewCalendarEndpoint
{
    public static Task<ReviewBoard?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Reader reader, CancellationToken token) => ReviewBoard.ReadAsync(partnershipId, session, reader, token);

    public static Objection? Validate(ReviewBoard? board) => board is null ? Objection.Unknown("partnershipId") : null;

    /// <summary>The visits, workshops to be held and check-ins of a partnership as an iCalendar file (RFC 5545), in whole days. A review that was cancelled is left out.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/reviews.ics")]
    public static FileContentHttpResult Get([NotBody] ReviewBoard board, TimeProvider clock)
    {
        var made = new CalDateTime(clock.GetUtcNow().UtcDateTime);
        var calendar = new Ical.Net.Calendar();
        calendar.AddProperty("X-WR-CALNAME", "Peer reviews");
        foreach (var review in board.Reviews.Where(review => review.State != ReviewState.Cancelled))
        {
            var name = review.School ?? $"School {review.HostUrn}";
            calendar.Events.Add(Days(made, "visit", review, $"Peer review of {name}", review.PlannedFrom, review.PlannedTo));
            if (review is { Next: NextStep.Workshop, DueOn: { } last }) calendar.Events.Add(Days(made, "workshop", review, $"Last day for the improvement workshop at {name}", last, last));
            if ((review.CheckInHeldOn ?? review.CheckInDueOn) is { } day) calendar.Events.Add(Days(made, "check-in", review, $"Check-in at {name}", day, day));
        }
        return TypedResults.File(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), "text/calendar; charset=utf-8", "reviews.ics");
    }

    private static CalendarEvent Days(CalDateTime made, string what, ReviewOnBoard review, string summary, DateOnly from, DateOnly to) => new()
    {
        Uid = $"{what}-{review.Id}", Summary = summary, Start = new CalDateTime(from), End = new CalDateTime(to.AddDays(1)), DtStamp = made,
    };
}

public static class ReviewBoardPageEndpoint
{
    public static Task<ReviewBoard?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Reader reader, CancellationToken token) => ReviewBoard.ReadAsync(partnershipId, session, reader, token);

    public static Objection? Validate(ReviewBoard? board) => board is null ? Objection.Unknown() : null;

    /// <summary>The reviews of a partnership, what each waits for and how long that is overdue.</summary>
    [WolverineGet("/partnerships/{partnershipId}/reviews")]
    public static RazorComponentResult Get([NotBody] ReviewBoard board) => new RazorComponentResult<ReviewBoardPage>(new { Board = board });
}
