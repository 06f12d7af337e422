using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>An issue that a partnership's schools share.</summary>
[JsonConverter(typeof(IdConverter<IssueId>))]
public readonly record struct IssueId(Guid Value) : IId<IssueId>
{
    /// <summary>A new identity, ordered by the time it was drawn (UUID version 7).</summary>
    public static IssueId New() => new(Guid.CreateVersion7());

    static IssueId IId<IssueId>.From(Guid value) => new(value);

    /// <summary>Reads a UUID; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out IssueId id)
    {
        var read = Guid.TryParse(text, provider, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
