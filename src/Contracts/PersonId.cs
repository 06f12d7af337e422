using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>A person, known to the ledger by this pseudonym alone; names live in an erasable table outside it.</summary>
[JsonConverter(typeof(IdConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static PersonId New() => new(Guid.CreateVersion7());

    /// <summary>The person an identity provider means by <paramref name="subject"/>: one person is the pair of issuer and subject.</summary>
    public static PersonId Of(string issuer, string subject) => new(NamedId.Of("person", $"{issuer}\n{subject}"));

    /// <summary>The ledger stream of a capacity that no school or partnership gives this person, such as a seat on the board; one for each quadrant or school it is held for.</summary>
    public Guid CapacityStream(Capacity capacity, Quadrant? quadrant = null, Urn? urn = null) => NamedId.Of($"capacity-{capacity}", $"{this}{quadrant}{urn}");

    /// <summary>The ledger stream of the erasure of this person's name.</summary>
    public Guid ErasureStream() => NamedId.Of("erasure", ToString());

    static PersonId IId<PersonId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PersonId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
