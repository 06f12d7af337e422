using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One objective of an improvement plan.</summary>
[JsonConverter(typeof(IdConverter<ObjectiveId>))]
public readonly record struct ObjectiveId(Guid Value) : IId<ObjectiveId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static ObjectiveId New() => new(Guid.CreateVersion7());

    static ObjectiveId IId<ObjectiveId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ObjectiveId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
