using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One offer of capacity to support other schools.</summary>
[JsonConverter(typeof(IdConverter<OfferId>))]
public readonly record struct OfferId(Guid Value) : IId<OfferId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static OfferId New() => new(Guid.CreateVersion7());

    static OfferId IId<OfferId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out OfferId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
