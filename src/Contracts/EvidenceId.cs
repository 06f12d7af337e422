using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One item of evidence recorded during a review.</summary>
[JsonConverter(typeof(IdConverter<EvidenceId>))]
public readonly record struct EvidenceId(Guid Value) : IId<EvidenceId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static EvidenceId New() => new(Guid.CreateVersion7());

    static EvidenceId IId<EvidenceId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out EvidenceId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
