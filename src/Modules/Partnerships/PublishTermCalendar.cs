using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A data steward publishes the school terms of an academic year, so that every deadline that begins on that day or later counts the days schools are open.</summary>
public sealed record PublishTermCalendar(int AcademicYear, IReadOnlyList<TermDates> Terms, IReadOnlyList<DateOnly> ClosedDays, DateOnly OccurredOn) : ICommand
{
    private static readonly Term[] InOrder = [Term.Autumn, Term.Spring, Term.Summer];

    public Objection? Objection(TermCalendar calendar, Acting acting) =>
        !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards")
        : OccurredOn < acting.Today ? Contracts.Objection.Malformed("occurredOn", "A calendar counts from the day it is published; an earlier day would move deadlines that have begun.")
        : AcademicYear is < 2000 or > 2100 ? Contracts.Objection.Malformed("academicYear", "The year an academic year begins is 2000 to 2100.")
        : !Terms.Select(term => term.Term).SequenceEqual(InOrder) ? Contracts.Objection.Malformed("terms", "An academic year has an autumn, a spring and a summer term, in that order.")
        : Terms.FirstOrDefault(term => !(term.From < term.HalfTermFrom && term.HalfTermFrom <= term.HalfTermTo && term.HalfTermTo < term.To)) is { } inverted
            ? Contracts.Objection.Malformed("terms", $"The {Words.Of(inverted.Term)} term begins, has its half-term and ends in that order.")
        : Terms[0].From < Contracts.AcademicYear.FirstDay(AcademicYear) || Terms[2].To > Contracts.AcademicYear.LastDay(AcademicYear)
            ? Contracts.Objection.Malformed("terms", $"The terms of {Contracts.AcademicYear.InWords(AcademicYear)} lie between 1 September and 31 August.")
        : Terms[0].To >= Terms[1].From || Terms[1].To >= Terms[2].From ? Contracts.Objection.Malformed("terms", "A term begins after the one before it has ended.")
        : ClosedDays.Distinct().Count() != ClosedDays.Count || ClosedDays.Any(day => !Terms.Any(term => term.From <= day && day <= term.To && !(term.HalfTermFrom <= day && day <= term.HalfTermTo)))
            ? Contracts.Objection.Malformed("closedDays", "A closed day is in a term, outside half-term, and named once.")
        : calendar.KnownOn(OccurredOn).Any(known => known.AcademicYear == AcademicYear && known.Version > 0 && known.Terms.SequenceEqual(Terms) && known.ClosedDays.Order().SequenceEqual(ClosedDays.Order()))
            ? Contracts.Objection.Malformed("terms", "These terms are published already.")
        : null;

    public TermCalendarPublished Decide(TermCalendar calendar) => new(
        AcademicYear, 1 + (calendar.KnownOn(DateOnly.MaxValue).FirstOrDefault(known => known.AcademicYear == AcademicYear)?.Version ?? 0), Terms, [.. ClosedDays.Order()], OccurredOn);
}

public static class PublishTermCalendarEndpoint
{
    public static Task<TermCalendar> LoadAsync(IQuerySession session, CancellationToken token) => SchoolTerms.ReadAsync(session, token);

    public static Objection? Validate(PublishTermCalendar command, TermCalendar calendar, Acting acting) => command.Objection(calendar, acting);

    [WolverinePost("/api/v1/term-calendars")]
    public static Created<Recorded> Post(PublishTermCalendar command, TermCalendar calendar, IDocumentSession session)
    {
        var fact = command.Decide(calendar);
        if (calendar.Version == 0) session.Events.StartStream<TermCalendarPublished>(TermCalendar.Stream, fact);
        else session.Events.Append(TermCalendar.Stream, calendar.Version + 1, fact);
        return TypedResults.Created($"/api/v1/term-calendars?academicYear={fact.AcademicYear}", new Recorded(calendar.Version + 1));
    }

}
