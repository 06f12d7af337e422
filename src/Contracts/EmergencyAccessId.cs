using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One act of emergency access to what a school holds sealed.</summary>
[JsonConverter(typeof(IdConverter<EmergencyAccessId>))]
public readonly record struct EmergencyAccessId(Guid Value) : IId<EmergencyAccessId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static EmergencyAccessId New() => new(Guid.CreateVersion7());

    static EmergencyAccessId IId<EmergencyAccessId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out EmergencyAccessId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
