using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One improvement plan, of a school or shared by a partnership, for one academic year.</summary>
[JsonConverter(typeof(IdConverter<PlanId>))]
public readonly record struct PlanId(Guid Value) : IId<PlanId>
{
    /// <summary>The plan of a school in one partnership for an academic year: <c>plan-{urn}-{year}</c>, in each partnership its own, for a school answers to each of them. It keeps this
    /// identity when another school succeeds it.</summary>
    public static PlanId OfSchool(PartnershipId partnership, Urn urn, int academicYear) => new(NamedId.Of("plan", $"{partnership}/{urn}/{academicYear}"));

    /// <summary>The shared plan of a partnership for an academic year: <c>plan-{partnershipId}-{year}</c>.</summary>
    public static PlanId Shared(PartnershipId partnership, int academicYear) => new(NamedId.Of("plan", $"{partnership}/{academicYear}"));

    static PlanId IId<PlanId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PlanId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
