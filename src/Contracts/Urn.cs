using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>A school's unique reference number: six digits, 100000 to 999999 inclusive (source: Get Information About Schools).
/// 990001 to 990999 are fictional schools.</summary>
[JsonConverter(typeof(UrnConverter))]
public readonly record struct Urn(int Value)
{
    /// <summary>The ledger stream of the school's register profile.</summary>
    public Guid ProfileStream() => NamedId.Of("profile", ToString());

    /// <summary>The ledger stream of who heads and chairs the school.</summary>
    public Guid LeadershipStream() => NamedId.Of("school-leadership", ToString());

    /// <summary>The ledger stream of emergency access to what the school holds sealed.</summary>
    public Guid EmergencyStream() => NamedId.Of("emergency-access", ToString());

    /// <summary>Reads six digits that do not begin with 0; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Urn urn)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 100000 and <= 999999 && text.Length == 6;
        urn = new(read ? value : 0);
        return read;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Writes a URN as a string, as education data does; reads a string or a whole number.</summary>
public sealed class UrnConverter : JsonConverter<Urn>
{
    /// <inheritdoc />
    public override Urn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Urn.TryParse(text, null, out var urn) ? urn : throw new JsonException();
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Urn value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    /// <inheritdoc />
    public override Urn ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Urn.TryParse(reader.GetString(), null, out var urn) ? urn : throw new JsonException();

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Urn value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}
