using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>Free text that could identify somebody or carry a confidential finding. A type of its own, so that it can later be sealed with a key
/// per subject without touching a single fact, and so that no log, signal or export prints it by accident.</summary>
[JsonConverter(typeof(ConfidentialTextConverter))]
public readonly record struct ConfidentialText(string Value)
{
    /// <summary>The number of UTF-16 characters, white space at the ends left out.</summary>
    [JsonIgnore]
    public int Length => (Value ?? "").Trim().Length;

    /// <summary>Objects unless the text is there and has at most <paramref name="longest"/> characters, inclusive.</summary>
    public Objection? NotBetween1And(int longest, string field) =>
        Length == 0 || Length > longest ? Objection.Malformed(field, $"Between 1 and {longest} characters are needed.") : null;

    /// <summary>Never the text: what is interpolated into a message or a log must not carry it.</summary>
    public override string ToString() => $"[confidential, {Length} characters]";
}

/// <summary>Reads and writes confidential text as a string.</summary>
public sealed class ConfidentialTextConverter : JsonConverter<ConfidentialText>
{
    /// <inheritdoc />
    public override ConfidentialText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        // The options' own reader of text, asked directly: what it refuses then names the field it stands in.
        new(((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options) ?? throw new JsonException());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ConfidentialText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
