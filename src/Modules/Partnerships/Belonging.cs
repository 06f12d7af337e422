using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Partnerships;

public static class Belonging
{
    /// <summary>XCT-8 when one of the schools was no member on the day.</summary>
    public static Objection? NotMembersOn(this Partnership partnership, DateOnly day, IEnumerable<Urn> urns, string field) =>
        urns.Where(urn => !partnership.Members.Has(urn, day)).Select(urn => new Objection("XCT-8", $"School {urn} was not a member on {day:d MMMM yyyy}.", field)).FirstOrDefault();

    /// <summary>The names of the schools that belong or belonged, by the register; one round trip.</summary>
    public static async Task<IReadOnlyDictionary<Urn, string>> NamesOfMembersAsync(this Partnership partnership, IQuerySession session, CancellationToken token) =>
        (await RegisteredSchool.AllAsync(session, partnership.Members.Select(member => member.Urn), token)).ToDictionary(school => school.Urn, school => school.Name);

    /// <summary>The terms around a day, nearest first, as far as a long holiday reaches. A meeting in the summer holidays belongs to the term that ended or to the one to come.</summary>
    public static IEnumerable<SchoolTerm> Around(this TermCalendar calendar, DateOnly day) =>
        Enumerable.Range(0, 23).SelectMany(away => new[] { calendar.TermOf(day.AddDays(-away)), calendar.TermOf(day.AddDays(away)) }).OfType<SchoolTerm>().Distinct();
}
