using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>A partnership of schools: a triad, cluster, consortium or area partnership.</summary>
[JsonConverter(typeof(IdConverter<PartnershipId>))]
public readonly record struct PartnershipId(Guid Value) : IId<PartnershipId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static PartnershipId New() => new(Guid.CreateVersion7());

    /// <summary>The ledger stream of its stages.</summary>
    public Guid StageStream() => NamedId.Of("stage", ToString());

    static PartnershipId IId<PartnershipId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PartnershipId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
