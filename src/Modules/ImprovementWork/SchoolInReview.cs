using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>What this room needs to know of a school: whether it was open (XCT-8), and its trust (IMP-3). Folded from the register's facts when asked.</summary>
public sealed record SchoolInReview(Urn Urn, DateOnly? OpenedOn, DateOnly? ClosedOn, string? TrustUid)
{
    /// <summary>Its name in the register.</summary>
    public string? Name { get; init; }

    public static SchoolInReview Create(SchoolRegistered fact) => new(fact.Urn, fact.Entry.OpenedOn, fact.Entry.ClosedOn, fact.Entry.TrustUid) { Name = fact.Entry.Name };

    public SchoolInReview Apply(RegisterDetailChanged fact) => fact.Field switch
    {
        "name" => this with { Name = fact.Now },
        "openedOn" => this with { OpenedOn = DayOf(fact.Now) },
        "closedOn" => this with { ClosedOn = DayOf(fact.Now) },
        "trustUid" => this with { TrustUid = fact.Now },
        _ => this,
    };

    public bool OpenOn(DateOnly day) => !(OpenedOn > day) && !(ClosedOn <= day);

    /// <summary>The schools the register knows among <paramref name="urns"/>, in one round trip.</summary>
    public static async Task<IReadOnlyList<SchoolInReview>> AllAsync(IEnumerable<Urn> urns, IQuerySession session, CancellationToken token)
    {
        var streams = urns.Select(urn => urn.ProfileStream()).Distinct().ToArray();
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolRegistered), typeof(RegisterDetailChanged)))
            .OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.GroupBy(e => e.StreamId).Select(stream => stream.Skip(1)
            .Aggregate(Create((SchoolRegistered)stream.First().Data), (school, e) => school.Apply((RegisterDetailChanged)e.Data)))];
    }

    private static DateOnly? DayOf(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

public static class SchoolsInReview
{
    /// <summary>XCT-8 when the register does not know the school, or it was not open on the day.</summary>
    public static Objection? NotOpenOn(this IReadOnlyList<SchoolInReview> schools, DateOnly day, Urn urn, string field) =>
        schools.FirstOrDefault(school => school.Urn == urn) is not { } school ? new("XCT-8", $"The register knows no school {urn}.", field)
        : !school.OpenOn(day) ? new("XCT-8", $"School {urn} was not open on {day:d MMMM yyyy}.", field)
        : null;
}
