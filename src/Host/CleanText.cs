using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssexImprovement.Host;

// An exception without a message of its own is given one that names the field.
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
            throw new JsonException(null, e);
        }
        return Keeps(text) ? text : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>True for text that can be kept, and for none.</summary>
    public static bool Keeps(string? text) => text is null || !text.Any(Unwanted);

    private static bool Unwanted(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
