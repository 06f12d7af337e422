using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One practice that a host offers to others after a review.</summary>
[JsonConverter(typeof(IdConverter<PracticeId>))]
public readonly record struct PracticeId(Guid Value) : IId<PracticeId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static PracticeId New() => new(Guid.CreateVersion7());

    static PracticeId IId<PracticeId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PracticeId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
