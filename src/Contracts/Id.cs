using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssexImprovement.Contracts;

/// <summary>An identity that is a bare UUID in the ledger and on the wire, and a type of its own in the code.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The UUID itself.</summary>
    Guid Value { get; }

    /// <summary>Gives a UUID this type.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>What may be asked of a type that could be an identity.</summary>
public static class Identity
{
    /// <summary>True for a type that implements <see cref="IId{TSelf}"/>; a nullable one is none.</summary>
    public static bool Is(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>));
}

/// <summary>Reads and writes an identity as a UUID string.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct, IId<TId>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc />
    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(Guid.Parse(reader.GetString()!));

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value.ToString());
}

/// <summary>UUIDs that follow from a name, so that what already has an identity elsewhere needs no look-up table here.</summary>
public static class NamedId
{
    /// <summary>The UUID (version 8, from SHA-256) of <paramref name="name"/> among things of <paramref name="kind"/>; the same answer for ever.</summary>
    public static Guid Of(string kind, string name)
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}

/// <summary>What a command that began something answers: the identity of what began.</summary>
public sealed record Begun<TId>(TId Id) where TId : struct;

/// <summary>What a command that added to something answers: the version it now has, which is also the ETag.</summary>
public sealed record Recorded(long Version);
