using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EssexImprovement.Contracts;

/// <summary>The fingerprint of a fact's stored body: SHA-256 over its canonical JSON (RFC 8785, narrowed to whole numbers within 2^53 - 1, so that
/// PostgreSQL's jsonb cannot change what is hashed).</summary>
public static class BodyDigest
{
    private const long Widest = (1L << 53) - 1;

    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    /// <param name="json">The stored body.</param>
    /// <exception cref="FormatException">The body holds a fraction, a number outside ±(2^53 - 1), or the same name twice.</exception>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
        var canonical = new StringBuilder(json.Length);
        Write(document.RootElement, canonical);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }

    private static void Write(JsonElement element, StringBuilder to)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
                for (var i = 1; i < members.Count; i++)
                    if (members[i].Name == members[i - 1].Name) throw new FormatException($"The name '{members[i].Name}' stands twice.");
                Join(to, '{', '}', members, member => { Quote(member.Name, to); to.Append(':'); Write(member.Value, to); });
                break;
            case JsonValueKind.Array:
                Join(to, '[', ']', element.EnumerateArray(), item => Write(item, to));
                break;
            case JsonValueKind.String:
                Quote(element.GetString()!, to);
                break;
            case JsonValueKind.Number:
                to.Append(element.TryGetInt64(out var number) && number is >= -Widest and <= Widest
                    ? number
                    : throw new FormatException("A number in a fact is whole and within 2^53 - 1."));
                break;
            default:
                to.Append(element.GetRawText());
                break;
        }
    }

    private static void Join<T>(StringBuilder to, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        to.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) to.Append(',');
            first = false;
            write(item);
        }
        to.Append(close);
    }

    private static void Quote(string text, StringBuilder to)
    {
        to.Append('"');
        foreach (var c in text)
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\b' => to.Append("\\b"),
                '\t' => to.Append("\\t"),
                '\n' => to.Append("\\n"),
                '\f' => to.Append("\\f"),
                '\r' => to.Append("\\r"),
                < ' ' => to.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => to.Append(c),
            };
        to.Append('"');
    }
}
