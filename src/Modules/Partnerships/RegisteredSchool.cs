using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Marten.Events;

namespace EssexImprovement.Partnerships;

/// <summary>What this room needs to know of a school: that the register knows it, and whether it was open (XCT-8). Folded from the register's facts when asked.</summary>
public sealed record RegisteredSchool(Guid Id, Urn Urn, string Name, DateOnly? OpenedOn, DateOnly? ClosedOn, string? District = null)
{
    public static RegisteredSchool Create(SchoolRegistered fact) => new(fact.Urn.ProfileStream(), fact.Urn, fact.Entry.Name, fact.Entry.OpenedOn, fact.Entry.ClosedOn, fact.Entry.District);

    public RegisteredSchool Apply(RegisterDetailChanged fact) => fact.Field switch
    {
        "name" => this with { Name = fact.Now ?? Name },
        "district" => this with { District = fact.Now },
        "openedOn" => this with { OpenedOn = DayOf(fact.Now) },
        "closedOn" => this with { ClosedOn = DayOf(fact.Now) },
        _ => this,
    };

    public bool OpenOn(DateOnly day) => !(OpenedOn > day) && !(ClosedOn <= day);

    /// <summary>The schools the register knows among <paramref name="urns"/>, in one round trip.</summary>
    public static async Task<IReadOnlyList<RegisteredSchool>> AllAsync(IQuerySession session, IEnumerable<Urn> urns, CancellationToken token)
    {
        var streams = urns.Select(urn => urn.ProfileStream()).Distinct().ToArray();
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolRegistered), typeof(RegisterDetailChanged)))
            .OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.GroupBy(e => e.StreamId).Select(stream => stream.Skip(1)
            .Aggregate(Create((SchoolRegistered)stream.First().Data), (school, e) => school.Apply((RegisterDetailChanged)e.Data)))];
    }

    private static DateOnly? DayOf(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

public static class RegisteredSchools
{
    /// <summary>XCT-8 when the register does not know one of <paramref name="urns"/>, or it was not open on the day.</summary>
    public static Objection? NotOpenOn(this IReadOnlyList<RegisteredSchool> schools, DateOnly day, IEnumerable<Urn> urns, string field)
    {
        foreach (var urn in urns)
            if (schools.FirstOrDefault(school => school.Urn == urn) is not { } school) return new("XCT-8", $"The register knows no school {urn}.", field);
            else if (!school.OpenOn(day)) return new("XCT-8", $"School {urn} was not open on {day:d MMMM yyyy}.", field);
        return null;
    }
}
