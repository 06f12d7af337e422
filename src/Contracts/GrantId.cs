using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One grant awarded to a partnership.</summary>
[JsonConverter(typeof(IdConverter<GrantId>))]
public readonly record struct GrantId(Guid Value) : IId<GrantId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static GrantId New() => new(Guid.CreateVersion7());

    static GrantId IId<GrantId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out GrantId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
