using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One finding agreed in a review.</summary>
[JsonConverter(typeof(IdConverter<FindingId>))]
public readonly record struct FindingId(Guid Value) : IId<FindingId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static FindingId New() => new(Guid.CreateVersion7());

    static FindingId IId<FindingId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out FindingId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
