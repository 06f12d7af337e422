using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One school's request for support.</summary>
[JsonConverter(typeof(IdConverter<SupportRequestId>))]
public readonly record struct SupportRequestId(Guid Value) : IId<SupportRequestId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static SupportRequestId New() => new(Guid.CreateVersion7());

    static SupportRequestId IId<SupportRequestId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out SupportRequestId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
