using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>A named group of two to four schools inside a partnership that reviews together.</summary>
[JsonConverter(typeof(IdConverter<PeerGroupId>))]
public readonly record struct PeerGroupId(Guid Value) : IId<PeerGroupId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static PeerGroupId New() => new(Guid.CreateVersion7());

    static PeerGroupId IId<PeerGroupId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PeerGroupId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
