using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One concern among peers.</summary>
[JsonConverter(typeof(IdConverter<ConcernId>))]
public readonly record struct ConcernId(Guid Value) : IId<ConcernId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static ConcernId New() => new(Guid.CreateVersion7());

    static ConcernId IId<ConcernId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ConcernId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
