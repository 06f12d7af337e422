using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One thing that schools of a partnership put in together.</summary>
[JsonConverter(typeof(IdConverter<PooledResourceId>))]
public readonly record struct PooledResourceId(Guid Value) : IId<PooledResourceId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static PooledResourceId New() => new(Guid.CreateVersion7());

    static PooledResourceId IId<PooledResourceId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PooledResourceId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
