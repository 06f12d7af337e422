using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One joint practice project.</summary>
[JsonConverter(typeof(IdConverter<ProjectId>))]
public readonly record struct ProjectId(Guid Value) : IId<ProjectId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static ProjectId New() => new(Guid.CreateVersion7());

    static ProjectId IId<ProjectId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ProjectId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
