using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssexImprovement.Host;

/// <summary>Text as PostgreSQL and a reader can hold it: no U+0000, no other control characters but tab and line ends, no bidirectional overrides.</summary>
public sealed class CleanText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text;
        try
        {
            text = reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("Text is expected here, in well-formed UTF-8.", e);
        }
        return text is null || !text.Any(Unwanted) ? text : throw new JsonException("Text holds no control or direction-override characters.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool Unwanted(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
