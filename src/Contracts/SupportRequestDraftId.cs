using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One draft of a request for support.</summary>
[JsonConverter(typeof(IdConverter<SupportRequestDraftId>))]
public readonly record struct SupportRequestDraftId(Guid Value) : IId<SupportRequestDraftId>
{
    /// <summary>The draft that follows from one recorded fact: however often the fact is heard, it is the same draft.</summary>
    public static SupportRequestDraftId After(Guid eventId) => new(NamedId.Of("support-request-draft", eventId.ToString()));

    static SupportRequestDraftId IId<SupportRequestDraftId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out SupportRequestDraftId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
