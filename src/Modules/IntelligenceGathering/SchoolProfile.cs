using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>What the public register says of a school.</summary>
/// <param name="Id">The ledger stream of the profile.</param>
/// <param name="Urn">The school.</param>
/// <param name="Entry">Each detail as the latest register that told of it has it.</param>
/// <param name="AsAt">The day of the latest register that told something new of the school.</param>
public sealed record SchoolProfile(Guid Id, Urn Urn, RegisterEntry Entry, DateOnly AsAt)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public static SchoolProfile Create(SchoolRegistered fact) => new(fact.Urn.ProfileStream(), fact.Urn, fact.Entry, fact.OccurredOn);

    public SchoolProfile Apply(RegisterDetailChanged fact) =>
        this with { Entry = RegisterDetail.Named(fact.Field).With(Entry, fact.Now), AsAt = fact.OccurredOn };
}
