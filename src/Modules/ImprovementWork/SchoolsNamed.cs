using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>Names of the schools on a page, as the register has them.</summary>
public sealed record SchoolsNamed(IReadOnlyDictionary<Urn, string?> Names)
{
    public string this[Urn urn] => Names.GetValueOrDefault(urn) ?? $"School {urn}";

    public static async Task<SchoolsNamed> OfAsync(IEnumerable<Urn> urns, IQuerySession session, CancellationToken token) =>
        new((await SchoolInReview.AllAsync(urns, session, token)).ToDictionary(school => school.Urn, school => school.Name));
}
