using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One citation of a recorded fact as evidence for a decision.</summary>
[JsonConverter(typeof(IdConverter<CitationId>))]
public readonly record struct CitationId(Guid Value) : IId<CitationId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static CitationId New() => new(Guid.CreateVersion7());

    static CitationId IId<CitationId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out CitationId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
