using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One action under an objective.</summary>
[JsonConverter(typeof(IdConverter<ActionId>))]
public readonly record struct ActionId(Guid Value) : IId<ActionId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static ActionId New() => new(Guid.CreateVersion7());

    static ActionId IId<ActionId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ActionId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
