using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One peer review of one host school.</summary>
[JsonConverter(typeof(IdConverter<ReviewId>))]
public readonly record struct ReviewId(Guid Value) : IId<ReviewId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static ReviewId New() => new(Guid.CreateVersion7());

    static ReviewId IId<ReviewId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ReviewId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
