using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One act of release: a host head lets a named audience see a named extent.</summary>
[JsonConverter(typeof(IdConverter<ReleaseId>))]
public readonly record struct ReleaseId(Guid Value) : IId<ReleaseId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static ReleaseId New() => new(Guid.CreateVersion7());

    static ReleaseId IId<ReleaseId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ReleaseId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
