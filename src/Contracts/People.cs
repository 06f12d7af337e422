using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>What tells who somebody is: a name, an address, a number. It stands in the people register alone. A type of its own, so that no fact can hold one and no log prints one.</summary>
[JsonConverter(typeof(PersonalTextConverter))]
public readonly record struct PersonalText(string Value)
{
    /// <summary>Never the text, see <see cref="ConfidentialText"/>.</summary>
    public override string ToString() => "[personal]";
}

/// <summary>Reads and writes personal text as a string.</summary>
public sealed class PersonalTextConverter : JsonConverter<PersonalText>
{
    /// <inheritdoc />
    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options) ?? throw new JsonException());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>A person as far as one reader may know who they are.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name; null when the reader may not see it, when none is known, and when it was erased.</param>
/// <param name="Erased">True when their name was erased and the reader could have seen it.</param>
public sealed record PersonShown(PersonId PersonId, PersonalText? Name, bool Erased)
{
    /// <summary>True when this reader is told more than that it was somebody: a name, or what is left of one.</summary>
    [JsonIgnore]
    public bool IsTold => Name is not null || Erased;

    /// <summary>Who it is, with the capacity if one is told: "Pat Example, headteacher", "former member, ref 1a2b3c4d, headteacher", or the capacity alone.</summary>
    public string InWords(Capacity? capacity = null)
    {
        var who = Erased ? $"former member, ref {PersonId.ToString()[..8]}" : Name?.Value;
        return (who, capacity) switch
        {
            (null, null) => "somebody",
            (null, { } standing) => Words.Of(standing),
            (_, null) => who,
            (_, { } standing) => $"{who}, {Words.Of(standing)}",
        };
    }
}

/// <summary>People as far as one reader may know who they are.</summary>
public sealed class PeopleShown(IEnumerable<PersonShown> people)
{
    private readonly Dictionary<PersonId, PersonShown> _people = people.ToDictionary(person => person.PersonId);

    /// <summary>The person; without a name when nothing was asked about them.</summary>
    public PersonShown this[PersonId person] => _people.GetValueOrDefault(person) ?? new(person, null, false);
}

/// <summary>The people register as the other rooms and History may ask it: who somebody is, for this reader, at the moment it is shown. The one place where a pseudonym meets a name.</summary>
public interface IPeople
{
    /// <summary>Shows names to the person themself, to data stewards and auditors, and of people who act or acted for one of the partnerships to whoever leads that one or heads or chairs
    /// one of its schools today; to everybody else none. One round trip, so a page asks once for everybody on it.</summary>
    /// <param name="people">Whom to show, in any number and order.</param>
    /// <param name="partnerships">The partnerships that the page tells of.</param>
    /// <param name="acting">Who reads.</param>
    /// <param name="token">Ends the reading.</param>
    Task<PeopleShown> ShowAsync(IReadOnlyCollection<PersonId> people, IReadOnlyCollection<PartnershipId> partnerships, Acting acting, CancellationToken token);
}
