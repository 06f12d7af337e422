using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Where the dates of an academic year come from.</summary>
public enum TermSource
{
    /// <summary>A data steward published them here.</summary>
    Published,
    /// <summary>The service came with them, as they were published for Essex.</summary>
    Shipped,
    /// <summary>The service came with them, and some are assumed by pattern until a data steward publishes them.</summary>
    ShippedByPattern,
}

/// <summary>The terms of one academic year.</summary>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Version">0 as shipped, 1 for the first that was published, one more each time.</param>
/// <param name="Source">Where the dates come from.</param>
/// <param name="PublishedOn">The day they were published here, from which they count; null as shipped.</param>
/// <param name="Terms">The three terms, in order; all days inclusive.</param>
/// <param name="ClosedDays">Days in term without school.</param>
/// <param name="SchoolDays">How many days schools are open.</param>
public sealed record TermsOfYear(
    int AcademicYear, int Version, TermSource Source, DateOnly? PublishedOn, IReadOnlyList<TermDates> Terms, IReadOnlyList<DateOnly> ClosedDays, int SchoolDays)
{
    public static TermsOfYear Of(TermCalendarPublished year) => new(
        year.AcademicYear, year.Version, year.Version > 0 ? TermSource.Published : EssexTerms.IsByPattern(year.AcademicYear) ? TermSource.ShippedByPattern : TermSource.Shipped,
        year.Version > 0 ? year.OccurredOn : null, year.Terms, year.ClosedDays,
        TermCalendar.Of([year with { Version = int.MaxValue }]).Between(Contracts.AcademicYear.FirstDay(year.AcademicYear).AddDays(-1), Contracts.AcademicYear.LastDay(year.AcademicYear)));
}

/// <summary>The terms of several academic years, the earliest first.</summary>
public sealed record SchoolTerms(IReadOnlyList<TermsOfYear> Items)
{
    /// <summary>The term calendar, folded from its stream in one round trip.</summary>
    public static async Task<TermCalendar> ReadAsync(IQuerySession session, CancellationToken token) =>
        TermCalendar.Of((await session.Events.FetchStreamAsync(TermCalendar.Stream, token: token)).Select(e => e.Data));
}

public static class ReadSchoolTermsEndpoint
{
    /// <summary>The school terms of Essex by academic year: those published here, and those the service came with, marked as such. With academicYear (2026 for 2026/27) of one
    /// year; with on, the versions that were known on that day and by which deadlines that began then are counted. With format=csv or Accept: text/csv, the same
    /// years as a file, a line for each term. The ETag is the version of the calendar.</summary>
    [WolverineGet("/api/v1/term-calendars")]
    public static async Task<Results<Ok<SchoolTerms>, Csv<TermsOfYear>>> Get(int? academicYear, DateOnly? on, string? format, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var calendar = await SchoolTerms.ReadAsync(session, token);
        http.Response.ETagOf(calendar.Version);
        var terms = new SchoolTerms([.. calendar.KnownOn(on ?? DateOnly.MaxValue).Where(year => academicYear is null || year.AcademicYear == academicYear).Select(TermsOfYear.Of)]);
        return http.Request.AsksForCsv(format) ? new Csv<TermsOfYear>("term-calendars", terms.Items) : TypedResults.Ok(terms);
    }
}

public static class SchoolTermsPageEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>The school year of a partnership: terms, half-terms, closed days and its meetings.</summary>
    [WolverineGet("/partnerships/{partnershipId}/terms")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, int? year, IQuerySession session, Acting acting, CancellationToken token)
    {
        var calendar = await SchoolTerms.ReadAsync(session, token);
        List<TermsOfYear> years = [.. calendar.KnownOn(DateOnly.MaxValue).Select(TermsOfYear.Of)];
        var shown = years.Find(known => known.AcademicYear == (year ?? AcademicYear.Of(acting.Today))) ?? years[^1];
        var meetings = await session.Events.QueryAllRawEvents().Where(e => e.StreamId == partnership.Id.Value && e.EventTypesAre(typeof(MeetingHeld))).ToListAsync(token);
        return new RazorComponentResult<SchoolTermsPage>(new
        {
            Partnership = partnership.Name, Id = partnership.Id, Shown = shown, Years = years.ConvertAll(known => known.AcademicYear), acting.Today,
            Meetings = meetings.Select(e => ((MeetingHeld)e.Data).OccurredOn).Where(day => AcademicYear.Of(day) == shown.AcademicYear).Distinct().Order().ToList(),
        });
    }
}
