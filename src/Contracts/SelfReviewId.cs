using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>One self-review of a school, for one academic year.</summary>
[JsonConverter(typeof(IdConverter<SelfReviewId>))]
public readonly record struct SelfReviewId(Guid Value) : IId<SelfReviewId>
{
    /// <summary>The self-review of a school for an academic year: <c>selfreview-{urn}-{year}</c>.</summary>
    public static SelfReviewId Of(Urn urn, int academicYear) => new(NamedId.Of("self-review", $"{urn}/{academicYear}"));

    static SelfReviewId IId<SelfReviewId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out SelfReviewId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
